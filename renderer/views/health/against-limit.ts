import type { EnvelopeSeries } from "#shared/domain/envelope.ts";

/** Scores further away than this tell nothing more: how far below the limit a row is matters least. */
const lowest = -4;
const highest = 12;

/**
 * A score against a limit of its own, so that models can be laid over each other: the difference of their log-odds. Above 0 the model calls a
 * row abnormal; 2.3 is odds ten times those of the limit. NaN stays NaN.
 */
export function againstLimit(series: EnvelopeSeries, limit: number): EnvelopeSeries {
  const at = logOdds(limit);
  const shifted = (values: Float64Array): Float64Array<ArrayBuffer> =>
    Float64Array.from(values, (score) => Math.min(highest, Math.max(lowest, logOdds(score) - at)));
  const { min, max, first, last } = series;
  return { ...series, min: shifted(min), max: shifted(max), first: shifted(first), last: shifted(last) };
}

const logOdds = (score: number): number => Math.log(score / (1 - score));
