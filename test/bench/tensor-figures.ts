import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** What `tensor-measurement.ts` prints of one backend. */
interface Measured {
  readonly epochSeconds: number;
  readonly gflops: number;
  readonly scores: readonly number[];
  readonly outputs: readonly number[];
  readonly rows: number;
  readonly tags: number;
}

/** Training and agreement of the tensor backends, each in a process of its own, in turns; the figures are the medians. */
export function tensorFigures({ rows: asked = 50_000, repeats = 3 } = {}) {
  const wasm: (Measured | string)[] = [];
  const native: (Measured | string)[] = [];
  for (let turn = 0; turn < repeats; turn++) {
    wasm.push(measured("wasm", asked));
    native.push(measured("native", asked));
  }
  const first = wasm[0]!;
  if (typeof first === "string") return { skipped: first };
  const { rows, tags } = first;
  const ours = figuresOf(wasm as Measured[]);
  const other = native[0]!;
  if (typeof other === "string")
    return { autoencoderEpoch: { wasm: ours.epoch, rows, tags, skipped: other }, matmulGflops: { wasm: ours.gflops } };
  const theirs = figuresOf(native as Measured[]);
  return {
    autoencoderEpoch: { wasm: ours.epoch, native: theirs.epoch, ratio: ours.epoch / theirs.epoch, rows, tags },
    matmulGflops: { wasm: ours.gflops, native: theirs.gflops },
    agreement: {
      sameModelScores: furthest(first.scores, other.scores),
      sameModelForwardPass: furthest(first.outputs, other.outputs),
    },
  };
}

const figuresOf = (all: readonly Measured[]) => ({
  epoch: middle(all.map((m) => m.epochSeconds)),
  gflops: middle(all.map((m) => m.gflops)),
});

const middle = (several: readonly number[]): number => [...several].sort((a, b) => a - b)[Math.floor(several.length / 2)]!;

const furthest = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((most, x, i) => Math.max(most, Math.abs(x - b[i]!)), a.length === b.length ? 0 : Number.POSITIVE_INFINITY);

/** The measurement, or why there is none. */
function measured(backend: "wasm" | "native", rows: number): Measured | string {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, "tensor-measurement.ts"), backend, String(rows)],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    },
  );
  if (status === 0) return JSON.parse(stdout.slice(stdout.indexOf("{"))) as Measured;
  return stderr.match(/Error: (.*)/)?.[1] ?? `the measurement on ${backend} ended with code ${status}`;
}
