import type { Frame } from "#shared/domain/frame.ts";
import { targetTag } from "../../../../main/analysis/models/target.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

/** A stream of normal deviates (Box-Muller). */
export function normal(seed: number): () => number {
  const chance = random(seed);
  return () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}

/** Three inputs and a target that bends with one, is straight in another and does not know the third. */
export function bentFrame(rows: number, seed: number, noise = 0.1, missing = 0): Frame {
  const draw = normal(seed);
  const chance = random(seed + 1);
  const make = (): Float64Array => Float64Array.from({ length: rows }, draw);
  const [a, b, c] = [make(), make(), make()];
  const target = a.map((x, i) => 10 + Math.sin(2 * x) + 0.5 * b[i]! + noise * draw());
  const holed = (of: Float64Array): Float64Array => of.map((v) => (chance() < missing ? Number.NaN : v));
  const column = (tag: string, values: Float64Array) => ({ tag, unit: "", values });
  return {
    time: Float64Array.from({ length: rows }, (_, i) => i * 3_600_000),
    columns: [column("a", holed(a)), column("b", holed(b)), column("c", holed(c)), column(targetTag, target)],
  };
}

export const frameOf = (columns: Record<string, readonly number[]>): Frame => {
  const rows = Object.values(columns)[0]!.length;
  return {
    time: Float64Array.from({ length: rows }, (_, i) => i * 3_600_000),
    columns: Object.entries(columns).map(([tag, values]) => ({ tag, unit: "", values: Float64Array.from(values) })),
  };
};

export const rmse = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Math.sqrt(Array.from(a).reduce((sum, x, i) => sum + (x - b[i]!) ** 2, 0) / a.length);
