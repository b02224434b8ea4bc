import type { FitQuality } from "#shared/domain/proof.ts";

/**
 * How well a model fits what it was learned from (ASHRAE Guideline 14: CV(RMSE) and NMBE with n − p degrees of freedom).
 * @param parameters coefficients and balance points that were searched for.
 * @param coefficients without the balance points: what adjusted R² counts (CalTRACK 2.0, 3.4.3.3).
 */
export function fitQuality(energy: Float64Array, fitted: Float64Array, parameters: number, coefficients: number): FitQuality {
  const n = energy.length;
  const mean = energy.reduce((a, b) => a + b, 0) / n;
  let [squares, total, bias] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    squares += (energy[i]! - fitted[i]!) ** 2;
    total += (energy[i]! - mean) ** 2;
    bias += energy[i]! - fitted[i]!;
  }
  const r2 = total > 0 ? 1 - squares / total : 0;
  const rmse = Math.sqrt(squares / (n - parameters));
  return {
    n,
    parameters,
    r2,
    adjustedR2: 1 - ((1 - r2) * (n - 1)) / (n - coefficients),
    rmse,
    cvRmse: rmse / Math.abs(mean),
    nmbe: bias / ((n - parameters) * mean),
  };
}
