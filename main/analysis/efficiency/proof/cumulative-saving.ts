import type { AvoidedEnergy } from "#shared/domain/proof.ts";
import { normalQuantile } from "../../signal/normal-quantile.ts";
import { type AddedReadings, type Chance, firstReadings, halfWidth, noiseWeights, standardError } from "./saving-chance.ts";

// As many points as a chart can show; more would only cost time.
const mostPoints = 120;

/** A non-routine adjustment and the rows over which it is spread, ascending. */
export interface SpreadAdjustment {
  readonly amount: number;
  readonly standardError: number;
  readonly rows: Int32Array;
}

/**
 * Running sum of a saving (CUSUM of the residuals, sign turned) with the interval of every sum by itself: parameters and noise as in the
 * total, so that the last point has the interval of the total. Adjustments come in evenly over their rows.
 * @param saving [rows] expected − measured of the readings added.
 */
export function cumulativeSaving(
  chance: Chance | undefined,
  { added, saving, adjustments }: { added: AddedReadings; saving: Float64Array; adjustments: readonly SpreadAdjustment[] },
  level: number,
): AvoidedEnergy["cumulative"] {
  const n = added.time.length;
  const out: AvoidedEnergy["cumulative"] = { time: [], avoided: [], low: [], high: [] };
  if (n === 0 || !chance) return out;
  const whole = noiseWeights(chance, added);
  const quantile = halfWidth(chance, whole, level) / standardError(chance, whole);
  const normal = normalQuantile((1 + level) / 2);
  const points = Math.min(n, mostPoints);
  let [sum, done] = [0, 0];
  for (let k = 1; k <= points; k++) {
    const upTo = Math.round((k * n) / points);
    for (; done < upTo; done++) sum += saving[done]!;
    const part = noiseWeights(chance, firstReadings(added, upTo));
    const come = adjustments.map(({ rows }) => rows.filter((row) => row < upTo).length / rows.length);
    const adjusted = sum + adjustments.reduce((all, { amount }, a) => all + amount * come[a]!, 0);
    const error = normal * Math.hypot(...adjustments.map((adjustment, a) => adjustment.standardError * come[a]!));
    const half = Math.hypot(quantile * standardError(chance, part), error);
    out.time.push(added.time[upTo - 1]!);
    out.avoided.push(adjusted);
    out.low.push(adjusted - half);
    out.high.push(adjusted + half);
  }
  return out;
}
