/** Mean of the numbers among the last `width` values up to and with each, NaN where fewer than half of `width` are numbers. */
export function naiveTrailingMean(values: readonly number[], width: number): number[] {
  return values.map((_, i) => {
    const numbers = values.slice(Math.max(0, i - width + 1), i + 1).filter((v) => !Number.isNaN(v));
    return numbers.length >= width / 2 ? numbers.reduce((a, b) => a + b, 0) / numbers.length : Number.NaN;
  });
}
