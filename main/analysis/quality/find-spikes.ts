import type { Ranked } from "./greatest.ts";
import type { Spread } from "./spread.ts";
import type { TagFigures } from "./tag-figures.ts";

const madToSigma = 1.4826; // 1 / Φ⁻¹(0.75)
const leastSigma = 8;
/** Between the least spike and the greatest of everything else nothing may lie: a tail without a break is the signal's own. */
const apart = 1.5;
const mostShare = 0.002;
const leastOfRange = 0.25;
const fewestSamples = 50;
const fewestDeviations = 20;
const samplesWide = 3;

export interface Spikes {
  readonly count: number;
  /** Robust standard deviation they are measured by, in the tag's unit. */
  readonly sigma: number;
  /** The largest first; `size` is the height above the samples around. */
  readonly at: readonly Ranked[];
}

/**
 * Excursions of up to three samples that come back, by Hampel's deviations (see `Hampel`): eight robust standard deviations and more, a quarter of
 * the tag's usual range, rare, and standing apart from all smaller deviations. The scale is the median of the deviations that are not zero,
 * so that a machine at rest does not make every start a spike.
 */
export function findSpikes({ deviations, leaps, valid, resolution, spread }: SpikeInput): Spikes {
  const none = { count: 0, sigma: Number.NaN, at: [] };
  if (valid < fewestSamples) return none;
  const usual = spread.high - spread.low;
  const step = Number.isNaN(resolution) ? 0 : resolution;
  const often = deviations.total >= Math.max(fewestDeviations, mostShare * valid);
  const sigma = Math.max(step, often ? madToSigma * deviations.quantile(0.5) : usual / leastSigma);
  if (!(sigma > 0)) return none;
  const from = deviations.apartFrom(Math.max(leastSigma * sigma, leastOfRange * usual), apart);
  const { count } = deviations.above(from * (1 - 1e-12));
  if (count === 0 || count > Math.max(samplesWide, mostShare * valid)) return none;
  return { count, sigma, at: leaps.filter(({ size }) => size >= from) };
}

interface SpikeInput extends Pick<TagFigures, "deviations" | "leaps" | "valid"> {
  readonly resolution: number;
  readonly spread: Spread;
}
