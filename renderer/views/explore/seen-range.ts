import type { EnvelopeSeries } from "#shared/domain/envelope.ts";

/** The lowest and the highest value of what was answered; null where nothing was measured. */
export function seenRange(series: EnvelopeSeries | undefined): { low: number; high: number } | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of series?.min ?? []) if (value < low) low = value;
  for (const value of series?.max ?? []) if (value > high) high = value;
  return low <= high ? { low, high } : null;
}
