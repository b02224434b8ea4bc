/** The weighed mean of the remembered rows, row by row as it is written down. */
export function naiveExpectation(memory: readonly (readonly number[])[], bandwidth: number, row: readonly number[]): number[] {
  const squares = memory.map((state) => state.reduce((sum, x, j) => sum + (x - row[j]!) ** 2, 0));
  const nearest = Math.min(...squares);
  const weights = squares.map((square) => Math.max(0, 1 - (square - nearest) / (2 * bandwidth ** 2) / 16) ** 16);
  const total = weights.reduce((a, b) => a + b, 0);
  return row.map((_, j) => memory.reduce((sum, state, k) => sum + weights[k]! * state[j]!, 0) / total);
}
