import { describe, expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { type DescentWish, descend, forwardOnly } from "../../../../main/analysis/models/dense-net-descent.ts";
import { type LayerShape, newLayers, throughLayers } from "../../../../main/analysis/models/dense-net-layers.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { tensorBackend } from "../../../../main/compute/backend.ts";
import { answerOf, descended } from "../../../naive/analysis/dense-network.ts";

const { tf } = await tensorBackend();
const layer = (inputs: number, outputs: number, bent = true, places = 1): LayerShape => ({ inputs, outputs, places, bent });

const kinds = [
  { name: "dense layers", shapes: [layer(4, 5), layer(5, 2), layer(2, 4, false)] },
  { name: "places that share their weights", shapes: [layer(2, 3, true, 2), layer(6, 4), layer(4, 1, false)] },
];

describe.each(kinds)("$name", ({ shapes }) => {
  const rows = 40;
  const chance = random(3);
  const inputs = Array.from({ length: 4 }, () => Float64Array.from({ length: rows }, () => Math.fround(2 * chance() - 1)));
  const targets = Array.from({ length: shapes.at(-1)!.outputs }, (_, k) => inputs[k]!.map((x, i) => Math.fround(x * inputs[3 - k]![i]!)));
  const rowOf = (columns: readonly Float64Array[], i: number) => columns.map((column) => column[i]!);
  const all = Int32Array.from({ length: rows }, (_, i) => i);
  const layers = newLayers(shapes, 5);

  test("make of a row what is reckoned term by term, in plain loops and by the tensor library", () => {
    const plain = throughLayers(layers, inputs);
    const byLibrary = forwardOnly(
      tf,
      layers,
      Float32Array.from({ length: rows * 4 }, (_, at) => inputs[at % 4]![Math.floor(at / 4)]!),
      rows,
    );
    for (let i = 0; i < rows; i++)
      for (const [k, expected] of answerOf(layers, rowOf(inputs, i)).entries()) {
        expect(plain[k]![i]).toBeCloseTo(expected, 12);
        expect(byLibrary[i * targets.length + k]).toBeCloseTo(expected, 5);
      }
  });

  test("go down as far as with slopes that are found by moving every weight", () => {
    const wish: DescentWish = {
      shapes,
      inputs,
      targets,
      learned: all,
      watched: all,
      epochs: 4,
      patience: 9,
      batch: rows,
      rate: 0.02,
      decay: 0.01,
      swapped: 0,
    };
    const fast = descend(tf, wish, quietRun(5)).layers;
    const slow = descended(layers, {
      rows: [...all].map((i) => rowOf(inputs, i)),
      wanted: [...all].map((i) => rowOf(targets, i)),
      epochs: 4,
      rate: 0.02,
      decay: 0.01,
    });
    for (const [k, { weights, offsets }] of slow.entries()) {
      weights.forEach((w, i) => void expect(fast[k]!.weights[i]).toBeCloseTo(w, 3));
      offsets.forEach((w, i) => void expect(fast[k]!.offsets[i]).toBeCloseTo(w, 3));
    }
  });
});

test("the weights of the epoch that told the watched rows best are kept", () => {
  const chance = random(9);
  const inputs = [Float64Array.from({ length: 60 }, () => chance())];
  const targets = [Float64Array.from({ length: 60 }, () => chance())];
  const index = Int32Array.from({ length: 60 }, (_, i) => i);
  const watched = index.subarray(40);
  const { layers, watching, bestEpoch } = descend(
    tf,
    {
      shapes: [layer(1, 16), layer(16, 1, false)],
      inputs,
      targets,
      learned: index.subarray(0, 40),
      watched,
      epochs: 60,
      patience: 15,
      batch: 8,
      rate: 0.05,
      decay: 0,
      swapped: 0,
    },
    quietRun(2),
  );
  const [told] = throughLayers(layers, inputs);
  const loss = watched.reduce((sum, i) => sum + (told![i]! - targets[0]![i]!) ** 2, 0) / watched.length;
  expect(loss).toBeCloseTo(watching[bestEpoch]!, 5);
  expect(bestEpoch).toBeLessThan(watching.length);
});
