/** Decimals a loss in percent is written with: as many as its interval can bear, so that its two ends read differently. One to three. */
export function lossDecimals(low: number, high: number): number {
  const width = high - low;
  if (!Number.isFinite(width) || width <= 0) return 1;
  return Math.min(3, Math.max(1, -Math.floor(Math.log10(width))));
}
