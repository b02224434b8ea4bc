import type { DuckDBVector } from "@duckdb/node-api";

/**
 * The numbers of a DOUBLE vector as one array. The typed surface of the binding gives one value at a time, which takes
 * twenty times as long; its pinned version keeps them in `items`, and a test here fails should that change.
 */
export const doubles = (vector: DuckDBVector): Float64Array => (vector as unknown as { items: Float64Array }).items;

/** The microseconds of a TIMESTAMP vector as pairs of 32-bit halves, low half first: a BigInt per row would be slow. */
export function microHalves(vector: DuckDBVector): Int32Array {
  const { items } = vector as unknown as { items: BigInt64Array };
  return new Int32Array(items.buffer, items.byteOffset, items.length * 2);
}
