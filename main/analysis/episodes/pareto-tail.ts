/** A generalised Pareto tail: how far excesses over a threshold reach. */
export interface ParetoTail {
  /** > 0: heavier than exponential; < 0: it ends somewhere. */
  readonly shape: number;
  /** In the unit of the excesses. */
  readonly scale: number;
}

const widestShape = 0.5; // probability-weighted moments need less; steeper shapes come from few, odd excesses

/**
 * The tail that fits the excesses, by probability-weighted moments (Hosking & Wallis, Technometrics 29 (1987) 339–349).
 * @param excesses > 0, any order, at least two.
 */
export function paretoTail(excesses: Float64Array): ParetoTail {
  const x = Float64Array.from(excesses).sort();
  const n = x.length;
  let a0 = 0;
  let a1 = 0;
  for (let i = 0; i < n; i++) {
    a0 += x[i]! / n;
    a1 += (x[i]! * (1 - (i + 0.65) / n)) / n;
  }
  const shape = Math.min(Math.max(2 - a0 / (a0 - 2 * a1), -widestShape), widestShape);
  // The scale that keeps the mean excess with that shape.
  return { shape, scale: a0 * (1 - shape) };
}

/** The excess that one in so many of them passes. @param oneIn ≥ 1. */
export function paretoLevel({ shape, scale }: ParetoTail, oneIn: number): number {
  return Math.abs(shape) < 1e-9 ? scale * Math.log(oneIn) : (scale / shape) * (oneIn ** shape - 1);
}
