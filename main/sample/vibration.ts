export interface VibrationCauses {
  /** Speed over nominal speed. */
  readonly speed: number;
  /** Flow through the impeller over the best flow at this speed. */
  readonly load: number;
  /** 0 … 1 */
  readonly cavitation: number;
  /** 0 as new … 1 as tripped */
  readonly wear: number;
}

/** Broadband velocity at standstill, from the machines around, mm/s RMS. */
export const background_mm_s = 0.12;

/** From a bearing at the end of its life, drive end, nominal speed, mm/s RMS. */
export const wornBearing_mm_s = 7.4;

/**
 * Broadband velocity of both bearings, mm/s RMS. Causes at different frequencies add as squares: unbalance (with speed²), flow off its
 * best point (Gülich ch. 10: excitation is least near best efficiency), cavitation (felt most at the impeller, the non-drive end), bearing defect.
 */
export function vibration({ speed, load, cavitation, wear }: VibrationCauses): { DE_mm_s: number; NDE_mm_s: number } {
  const squared = speed * speed;
  const hydraulic = (0.5 + 1.6 * (1 - load) ** 2) * squared;
  return {
    DE_mm_s: rootSum(background_mm_s, 1.5 * squared, hydraulic, 2 * cavitation, wornBearing_mm_s * wear * speed),
    NDE_mm_s: rootSum(background_mm_s, 1.1 * squared, 1.25 * hydraulic, 3 * cavitation, 1.6 * wear * speed),
  };
}

// Math.hypot guards against overflow and is ten times slower.
const rootSum = (a: number, b: number, c: number, d: number, e: number): number => Math.sqrt(a * a + b * b + c * c + d * d + e * e);
