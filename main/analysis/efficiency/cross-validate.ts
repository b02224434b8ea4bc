import type { BaselineError } from "#shared/domain/efficiency.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { FitRun } from "../models/family.ts";
import { targetTag } from "../models/target.ts";
import type { Candidate } from "./candidates.ts";
import type { Fold } from "./folds.ts";
import { rowsOf } from "./rows-of.ts";

export interface CrossValidation {
  readonly familyId: string;
  /** Parameters of the final fit. */
  readonly params: unknown;
  readonly error: BaselineError;
  /** Standard error over the folds of the mean squared error, as a share of it. */
  readonly spread: number;
  /** [rows] expected by a model that had not seen the row; NaN where it had no answer. */
  readonly expected: Float64Array;
}

/**
 * How far a candidate is off on rows it has not seen, with its best setting; undefined where it answered none of them.
 * @param frame inputs and target.
 */
export function crossValidate(
  { family, attempts }: Candidate,
  frame: Frame,
  folds: readonly Fold[],
  scheme: BaselineError["scheme"],
  run: FitRun,
): CrossValidation | undefined {
  const n = frame.time.length;
  const measured = frame.columns.find((c) => c.tag === targetTag)!.values;
  let best: CrossValidation | undefined;
  for (const [a, { params, settings, expected }] of attempts.entries()) {
    const unseen = settings.map(() => new Float64Array(n).fill(Number.NaN));
    for (const [k, { train, test }] of folds.entries()) {
      const done = (a + k / folds.length) / attempts.length;
      const tick: FitRun["tick"] = (part, total, note) => run.tick(done + part / (total || 1) / folds.length / attempts.length, 1, note);
      const state = family.fit([rowsOf(frame, train)], params, { ...run, tick });
      const answers = expected(state, rowsOf(frame, test));
      for (const [s, all] of unseen.entries()) for (const [i, row] of test.entries()) all[row] = answers[s]![i]!;
    }
    for (const [s, values] of unseen.entries()) {
      const error = baselineError(measured, values, folds.length, scheme);
      if (!Number.isFinite(error.rmse) || (best && best.error.rmse <= error.rmse)) continue;
      const spread = error.rmse > 0 ? foldSpread(measured, values, folds) / error.rmse ** 2 : 0;
      best = { familyId: family.id, params: settings[s], error, spread, expected: values };
    }
    if (best?.params !== settings.at(-1)) break;
  }
  return best;
}

/** Rows without a measured or an expected value do not count; nothing is NaN where one row counts. */
export function baselineError(
  measured: Float64Array,
  expected: Float64Array,
  folds: number,
  scheme: BaselineError["scheme"],
): BaselineError {
  let [n, sum, size, squares, absolute, bias] = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < measured.length; i++) {
    const residual = measured[i]! - expected[i]!;
    if (Number.isNaN(residual)) continue;
    n++;
    sum += measured[i]!;
    size += Math.abs(measured[i]!);
    squares += residual * residual;
    absolute += Math.abs(residual);
    bias += residual;
  }
  const mean = sum / n;
  let variance = 0;
  for (let i = 0; i < measured.length; i++) if (!Number.isNaN(measured[i]! - expected[i]!)) variance += (measured[i]! - mean) ** 2;
  const rmse = Math.sqrt(squares / n);
  // A KPI that is always 0 has no size to measure its error by.
  const per = size > 0 ? size / n : 1;
  const r2 = variance > 0 ? 1 - squares / variance : 0;
  return { rmse, mae: absolute / n, cvRmse: rmse / per, nmbe: bias / n / per, r2, n, folds, scheme };
}

function foldSpread(measured: Float64Array, expected: Float64Array, folds: readonly Fold[]): number {
  const means = folds
    .map(({ test }) => {
      const squares = [...test].map((row) => (measured[row]! - expected[row]!) ** 2).filter((s) => !Number.isNaN(s));
      return squares.reduce((a, b) => a + b, 0) / squares.length;
    })
    .filter(Number.isFinite);
  if (means.length < 2) return 0;
  const mean = means.reduce((a, b) => a + b, 0) / means.length;
  return Math.sqrt(means.reduce((a, b) => a + (b - mean) ** 2, 0) / (means.length - 1) / means.length);
}

/** The simplest candidate whose squared error is within one standard error of the best one's (Breiman et al., Classification and Regression Trees, 3.4.3). */
export function simplestGood<Tried extends CrossValidation>(tried: readonly Tried[]): Tried {
  const best = tried.reduce((a, b) => (b.error.rmse < a.error.rmse ? b : a));
  const limit = best.error.rmse ** 2 * (1 + best.spread);
  return tried.find(({ error }) => error.rmse ** 2 <= limit) ?? best;
}
