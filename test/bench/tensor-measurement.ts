/** `node tensor-measurement.ts BACKEND ROWS`: one epoch of an autoencoder, a product of matrices, and what one and the same network answers, as JSON. */
import { quietRun } from "#shared/domain/run.ts";
import { autoencoder } from "../../main/analysis/models/autoencoder.ts";
import { descend, forwardOnly } from "../../main/analysis/models/dense-net-descent.ts";
import { type LayerShape, newLayers } from "../../main/analysis/models/dense-net-layers.ts";
import { random } from "../../main/analysis/signal/random.ts";
import { tensorBackend } from "../../main/compute/backend.ts";
import { matrixSpeed } from "../../main/compute/matrix-speed.ts";

const rows = Number(process.argv[3]);
const tags = 20;
const batch = 256;
const { tf } = await tensorBackend(process.argv[2] === "native" ? "native" : "wasm");

const chance = random(1);
const hidden = Array.from({ length: 4 }, () => Float64Array.from({ length: rows }, () => 2 * chance() - 1));
const columns = Array.from({ length: tags }, (_, j) =>
  Float64Array.from({ length: rows }, (_, i) => hidden[j % 4]![i]! * (1 + 0.1 * j) + hidden[(j + 1) % 4]![i]! ** 2 + 0.1 * chance()),
);
const layer = (inputs: number, outputs: number, bent = true): LayerShape => ({ inputs, outputs, places: 1, bent });
const shapes = [layer(tags, 32), layer(32, 8), layer(8, 32), layer(32, tags, false)];
const learned = Int32Array.from({ length: rows }, (_, i) => i);
const wish = {
  shapes,
  inputs: columns,
  targets: columns,
  learned,
  watched: learned.subarray(0, 1),
  patience: 9,
  batch,
  rate: 0.01,
  decay: 0,
};
const seconds = (epochs: number): number => {
  const began = performance.now();
  descend(tf, { ...wish, epochs, swapped: 0 }, quietRun());
  return (performance.now() - began) / 1000;
};
seconds(1); // what the first steps of a process take longer counts for no epoch
const epochSeconds = [1, 2, 3].map(() => seconds(1)).sort((a, b) => a - b)[1]!;

// The weights come from their seed alone, so that both backends are asked about the same network.
const layers = newLayers(shapes, 7);
const inputs = Float32Array.from({ length: 1000 * tags }, (_, at) => columns[at % tags]![Math.floor(at / tags)]!);
const outputs = Array.from(forwardOnly(tf, layers, inputs, 1000));
const frame = {
  time: Float64Array.from({ length: 1000 }, (_, i) => i * 1000),
  columns: columns.map((values, j) => ({ tag: `t${j}`, unit: "", values: values.subarray(0, 1000) })),
};
const saved = autoencoder.serialize({
  tags: frame.columns.map((c) => c.tag),
  steps: Int32Array.of(0),
  mean: new Float64Array(tags),
  scale: new Float64Array(tags).fill(1),
  layers,
  precision: Float64Array.from({ length: tags * tags }, (_, at) => (at % (tags + 1) === 0 ? 1 : 0)),
  residualScale: tags,
  training: Float64Array.of(1),
  validation: Float64Array.of(1),
});
const answer = autoencoder.score(autoencoder.deserialize(saved), frame);
const scores = answer.kind === "anomaly" ? Array.from(answer.score) : [];
process.stdout.write(JSON.stringify({ epochSeconds, gflops: matrixSpeed(tf), scores, outputs, rows, tags }));
