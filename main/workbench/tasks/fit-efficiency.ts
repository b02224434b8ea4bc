import type { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { ProblemError, problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { fitEfficiency } from "../../analysis/efficiency/fit-efficiency.ts";
import { kpiTags } from "../../analysis/efficiency/kpi-meaning.ts";
import { rateEfficiency } from "../../analysis/efficiency/rate-efficiency.ts";
import { readSignals } from "../../store/signals/read-signals.ts";

interface FitInput {
  folders: string[];
  kpi: KpiDefinition;
  baseline: BaselinePeriod;
  reporting: ReportingPeriod;
}

/** Fits the expectation on the baseline period and rates the reporting period by it. Throws the first blocking finding. */
export async function fitEfficiencyTask({ folders, kpi, baseline, reporting }: FitInput, run: Run) {
  run.tick(0, 100, "reading");
  const frame = await readSignals({ folders, tags: kpiTags(kpi) });
  const { fitted, findings } = fitEfficiency(
    { frame, kpi, baseline },
    { seed: run.seed, tick: (done, total, note) => run.tick(5 + (85 * done) / (total || 1), 100, note) },
  );
  if (!fitted) {
    const blocking = findings.find((finding) => finding.severity === "blocking");
    throw blocking ? new ProblemError(blocking) : problem("efficiency.not-fitted", "The baseline could not be fitted on this data.");
  }
  const result = rateEfficiency({ saved: fitted.saved, frame, reporting }, run);
  run.tick(100, 100);
  return { card: fitted.card, saved: fitted.saved, result };
}
