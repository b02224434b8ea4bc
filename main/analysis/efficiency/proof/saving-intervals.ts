import type { Baseline, SavingInterval } from "#shared/domain/proof.ts";
import { normalQuantile } from "../../signal/normal-quantile.ts";
import { serialCorrelation } from "../order.ts";
import type { BaselineNoise } from "./baseline-noise.ts";
import { blockBootstrap } from "./block-bootstrap.ts";
import type { Design } from "./design-columns.ts";
import { guideline14 } from "./guideline-14.ts";
import { halfWidth, noiseWeights, standardError } from "./saving-chance.ts";
import { studentQuantile } from "./student-t.ts";

/** A saving and how far chance may have moved it, three ways. */
export interface SavingIntervals {
  readonly robust: SavingInterval;
  readonly bootstrap: SavingInterval;
  readonly guideline: SavingInterval;
  /** Half the width of the robust interval at 68 %: what ASHRAE Guideline 14 holds against the saving. */
  readonly uncertainty68: number;
}

const guidelineLevel = 0.68;

/**
 * @param time, design of the readings added up. @param avoided their sum of expected − measured, adjusted.
 * @param adjustmentError one standard error of the adjustments.
 * @returns NaN where the baseline's noise is not known.
 */
export function savingIntervals(
  { noise, baseline }: { noise: BaselineNoise; baseline: Baseline },
  { time, design, avoided, adjustmentError }: { time: Float64Array; design: Design; avoided: number; adjustmentError: number },
  level: number,
  seed: number,
): SavingIntervals {
  const around = (low: number, high: number, error: number): SavingInterval => ({
    low: avoided + low,
    high: avoided + high,
    standardError: error,
  });
  const { chance, residual } = noise;
  const nothing = around(Number.NaN, Number.NaN, Number.NaN);
  const expected = design.expected.reduce((a, b) => a + b, 0);
  const { quality } = baseline;
  const correlation = Math.max(0, serialCorrelation(residual).correlation);
  const share = guideline14({ n: quality.n, parameters: quality.parameters, correlation, cvRmse: quality.cvRmse }, time.length, level);
  const formula = Math.hypot(share * expected, normalQuantile((1 + level) / 2) * adjustmentError);
  const guideline = around(-formula, formula, formula / studentQuantile((1 + level) / 2, quality.n - quality.parameters));
  if (!chance) return { robust: nothing, bootstrap: nothing, guideline, uncertainty68: Number.NaN };

  const weights = noiseWeights(chance, { ...design, time });
  const half = (at: number): number => Math.hypot(halfWidth(chance, weights, at), normalQuantile((1 + at) / 2) * adjustmentError);
  const robust = half(level);
  const drawn = blockBootstrap(chance, weights, level, seed);
  const stretch = Math.hypot(1, adjustmentError / (drawn.standardError || 1));
  return {
    robust: around(-robust, robust, Math.hypot(standardError(chance, weights), adjustmentError)),
    // What the draws are off by is taken off: the upper end of the noise is the lower end of the saving.
    bootstrap: around(-stretch * drawn.high, -stretch * drawn.low, stretch * drawn.standardError),
    guideline,
    uncertainty68: half(guidelineLevel),
  };
}

/**
 * Whether a saving is proven: both intervals that know of memory lie above zero, and the saving is at least twice its uncertainty at
 * 68 % confidence (ASHRAE Guideline 14: at most 50 % of the saving). The second asks for more than the first, so that
 * "proven" is said of no saving in fewer than one case in twenty.
 */
export function isProven(avoided: number, { robust, bootstrap, uncertainty68 }: SavingIntervals): boolean {
  return robust.low > 0 && bootstrap.low > 0 && avoided >= 2 * uncertainty68;
}
