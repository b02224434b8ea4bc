import type { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { ProblemError, problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { efficiencyPotential } from "../../analysis/efficiency/efficiency-potential.ts";
import { fitEfficiency } from "../../analysis/efficiency/fit-efficiency.ts";
import { kpiTags } from "../../analysis/efficiency/kpi-meaning.ts";
import { learnOperation } from "../../analysis/efficiency/learn-operation.ts";
import { rateEfficiency } from "../../analysis/efficiency/rate-efficiency.ts";
import type { FitRun } from "../../analysis/models/family.ts";
import { tensorBackend } from "../../compute/backend.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";

interface FitInput {
  folders: SignalFolder[];
  kpi: KpiDefinition;
  baseline: BaselinePeriod;
  reporting: ReportingPeriod;
}

/** Fits the expectation on the baseline period and rates the reporting period by it. Throws the first blocking finding. */
export async function fitEfficiencyTask({ folders, kpi, baseline, reporting }: FitInput, run: Run) {
  run.tick(0, 100, "reading");
  const frame = await readSignals({
    folders,
    tags: [...new Set([...kpiTags(kpi), ...kpi.controllableTags, ...(kpi.constraintTags ?? [])])],
  });
  const { tf: tensors } = await tensorBackend();
  const part = (from: number, length: number): FitRun => ({
    seed: run.seed,
    tensors,
    tick: (done, total, note) => run.tick(from + (length * done) / (total || 1), 100, note),
  });
  const { fitted, findings } = fitEfficiency({ frame, kpi, baseline }, part(5, 65));
  if (!fitted) {
    const blocking = findings.find((finding) => finding.severity === "blocking");
    throw blocking ? new ProblemError(blocking) : problem("efficiency.not-fitted", "The baseline could not be fitted on this data.");
  }
  const { card, saved, unseen } = fitted;
  const result = rateEfficiency({ saved, frame, reporting }, part(69, 1));
  const operation = learnOperation({ saved, unseen, frame, baseline, reporting }, part(70, 15));
  const bandTag = card.shares[0]?.tag ?? card.inputs[0]!.tag;
  const potential = efficiencyPotential({ saved, operation, frame, baseline, reporting, bandTag }, part(85, 14));
  run.tick(100, 100);
  return { card, saved, result, operation: operation ?? null, potential };
}
