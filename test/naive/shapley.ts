/**
 * Shapley values by their definition: every set of the other inputs, every reference row.
 * @param expected of one row of inputs. @returns [inputs]
 */
export function naiveShapley(
  expected: (row: readonly number[]) => number,
  row: readonly number[],
  references: readonly (readonly number[])[],
): number[] {
  const p = row.length;
  const factorial = (n: number): number => (n < 2 ? 1 : n * factorial(n - 1));
  const worth = (told: (j: number) => boolean): number =>
    references.reduce((sum, reference) => sum + expected(row.map((x, j) => (told(j) ? x : reference[j]!))), 0) / references.length;
  return row.map((_, j) => {
    let moved = 0;
    for (let set = 0; set < 2 ** p; set++) {
      if (set & (1 << j)) continue;
      const size = row.filter((_, k) => set & (1 << k)).length;
      const weight = (factorial(size) * factorial(p - size - 1)) / factorial(p);
      moved += weight * (worth((k) => k === j || (set & (1 << k)) !== 0) - worth((k) => (set & (1 << k)) !== 0));
    }
    return moved;
  });
}
