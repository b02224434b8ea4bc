const most = 3;

/**
 * Decimals a loss in percent is written with: as many as its interval can bear, so that its two ends read differently and
 * neither reads as zero without being it. One to three.
 */
export function lossDecimals(low: number, high: number): number {
  const width = high - low;
  if (!Number.isFinite(width) || width <= 0) return 1;
  let decimals = Math.min(most, Math.max(1, -Math.floor(Math.log10(width))));
  const readsAsZero = (end: number): boolean => end !== 0 && Math.abs(end) < 0.5 * 10 ** -decimals;
  while (decimals < most && (readsAsZero(low) || readsAsZero(high))) decimals++;
  return decimals;
}
