import type { MatMatrix } from "./mat-value.ts";

/** A shape without its dimensions of length 1 beyond the first two; undefined where more than two remain. */
export function twoDimensions(shape: readonly number[]): readonly [number, number] | undefined {
  if (shape.length === 2) return [shape[0]!, shape[1]!];
  const long = shape.filter((length) => length !== 1);
  return long.length > 2 ? undefined : [long[0] ?? 1, long[1] ?? 1];
}

/** A matrix without a number. */
export const nothing: MatMatrix = {
  shape: [0, 0],
  there: [0, 0],
  block: async (_axis, _from, count, wanted) => wanted.map((want) => (want ? new Float64Array(count).fill(NaN) : null)),
};
