import type { AvoidedEnergy } from "#shared/domain/proof.ts";
import { type Chance, halfWidth, noiseWeights, standardError } from "./saving-chance.ts";

// As many points as a chart can show; more would only cost time.
const mostPoints = 120;

/**
 * Running sum of a saving (CUSUM of the residuals, sign turned) with the interval of every sum by itself: parameters and noise as in the
 * total, so that the last point has the interval of the total.
 * @param saving [rows] expected − measured. @param columns [parameters][rows].
 */
export function cumulativeSaving(
  chance: Chance | undefined,
  { time, saving, columns }: { time: Float64Array; saving: Float64Array; columns: readonly Float64Array[] },
  level: number,
): AvoidedEnergy["cumulative"] {
  const n = time.length;
  const out: AvoidedEnergy["cumulative"] = { time: [], avoided: [], low: [], high: [] };
  if (n === 0 || !chance) return out;
  const whole = noiseWeights(chance, time, columns);
  const quantile = halfWidth(chance, whole, level) / standardError(chance, whole);
  const points = Math.min(n, mostPoints);
  let [sum, done] = [0, 0];
  for (let k = 1; k <= points; k++) {
    const upTo = Math.round((k * n) / points);
    for (; done < upTo; done++) sum += saving[done]!;
    const part = noiseWeights(
      chance,
      time.subarray(0, upTo),
      columns.map((c) => c.subarray(0, upTo)),
    );
    const half = quantile * standardError(chance, part);
    out.time.push(time[upTo - 1]!);
    out.avoided.push(sum);
    out.low.push(sum - half);
    out.high.push(sum + half);
  }
  return out;
}
