import type { CoverageCheck, LockedBaseline, ReportingPlan } from "#shared/domain/proof.ts";
import type { Run } from "#shared/domain/run.ts";
import { rowsIn } from "../../analysis/efficiency/baseline/rows-in.ts";
import { measureSaving } from "../../analysis/efficiency/proof/measure-saving.ts";
import { simulateCoverage } from "../../analysis/efficiency/proof/simulate-coverage.ts";
import { weeklySavings } from "../../analysis/efficiency/proof/weekly-savings.ts";
import { type MeasureSource, readingsOver } from "./learn-baseline.ts";

interface VerifyInput extends MeasureSource {
  readonly locked: LockedBaseline;
  readonly reporting: ReportingPlan;
  /** Simulated meters; 0 leaves the check out. */
  readonly runs: number;
}

/** What was saved over a reporting period, by week and in all, and how often such an answer holds on simulated meters. */
export async function verifyMeasureTask({ locked, reporting, runs, ...source }: VerifyInput, run: Run) {
  run.tick(0, 100, "reading");
  const rows = await readingsOver(source, reporting.period.ranges);
  const part = (from: number, to: number): Run => ({
    seed: run.seed,
    tick: (done, total, note) => run.tick(from + ((to - from) * done) / (total || 1), 100, note),
  });
  const saving = measureSaving({ locked, rows, plan: reporting }, part(5, 15));
  const weekly = weeklySavings({ locked, rows, plan: reporting });
  const counted = rowsIn(rows, reporting.period.ranges, reporting.exclusions);
  const coverage: CoverageCheck | null =
    runs > 0 && saving.rows > 0 ? simulateCoverage({ baseline: locked.baseline, reporting: counted, runs }, part(15, 100)) : null;
  run.tick(100, 100);
  return { saving, weekly, coverage };
}
