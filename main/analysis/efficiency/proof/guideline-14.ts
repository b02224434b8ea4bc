import { studentQuantile } from "./student-t.ts";

/** What the formula needs to know of a baseline. */
export interface GuidelineBaseline {
  /** Readings, and parameters learned from them. */
  readonly n: number;
  readonly parameters: number;
  /** Correlation of a reading's residual with the one before. */
  readonly correlation: number;
  /** 0.114 is 11.4 %. */
  readonly cvRmse: number;
}

/**
 * Half the width of the interval as a share of the expected energy, by the simplified formula of ASHRAE Guideline 14 (annex B,
 * for weather models): t · 1.26 · CV · √((n / n′)·(1 + 2 / n′) / m), n′ = n·(1 − ρ) / (1 + ρ). Known to be too narrow for daily and hourly
 * readings (Sun & Baltazar, ASHRAE Transactions 119 (2013)); shown because contracts ask for it, never used for the verdict.
 * @param m readings of the reporting period.
 */
export function guideline14({ n, parameters, correlation, cvRmse }: GuidelineBaseline, m: number, level: number): number {
  const independent = Math.max(3, (n * (1 - correlation)) / (1 + correlation));
  const t = studentQuantile((1 + level) / 2, Math.max(1, n - parameters));
  return t * 1.26 * cvRmse * Math.sqrt(((n / independent) * (1 + 2 / independent)) / m);
}
