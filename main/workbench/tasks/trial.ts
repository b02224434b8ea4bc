import { ProblemError } from "#shared/domain/problem.ts";
import type { Baseline, TrialPlan } from "#shared/domain/proof.ts";
import type { Run } from "#shared/domain/run.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { type TrialDeviation, type TrialWish, trialSpan } from "#shared/domain/trial.ts";
import { FormulaError } from "#shared/formula/formula-error.ts";
import { concludeTrial } from "../../analysis/efficiency/proof/trial/conclude-trial.ts";
import { trialTags } from "../../analysis/efficiency/proof/trial/trial-readings.ts";
import { weighTrial } from "../../analysis/efficiency/proof/trial/weigh-trial.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";

interface TrialSource {
  readonly folders: readonly SignalFolder[];
  readonly wish: TrialWish;
}

/** Says how long a trial must run by its history, and draws its blocks. */
export async function weighTrialTask({ folders, wish }: TrialSource, run: Run) {
  run.tick(0, 2, "reading");
  const { ranges } = wish.history;
  const range = { from: Math.min(...ranges.map(({ from }) => from)), to: Math.max(...ranges.map(({ to }) => to)) };
  const found = await withFrame({ folders, wish }, range, (frame) => weighTrial(frame, wish));
  run.tick(2, 2);
  return found;
}

/** Judges a trial by the log as it is. */
export async function judgeTrialTask(
  {
    plan,
    baseline,
    deviations,
    ...source
  }: TrialSource & { readonly plan: TrialPlan; readonly baseline: Baseline | null; readonly deviations: readonly TrialDeviation[] },
  run: Run,
) {
  run.tick(0, 2, "reading");
  const { wish } = source;
  const found = await withFrame(source, trialSpan(plan), (frame) => concludeTrial({ frame, wish, plan, baseline, deviations }));
  run.tick(2, 2);
  return found;
}

async function withFrame<T>(
  { folders, wish }: TrialSource,
  range: TimeRange,
  then: (frame: Awaited<ReturnType<typeof readSignals>>) => T,
): Promise<T> {
  // Whole readings at either end, and what stands beyond them for a counter.
  const beyond = 2 * wish.intervalMs;
  try {
    return then(await readSignals({ folders, tags: trialTags(wish), range: { from: range.from - beyond, to: range.to + beyond } }));
  } catch (error) {
    throw error instanceof FormulaError ? new ProblemError(error.finding) : error;
  }
}
