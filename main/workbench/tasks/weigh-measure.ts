import { ProblemError, problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { baselineCurves } from "../../analysis/efficiency/proof/baseline-curves.ts";
import { eligibility } from "../../analysis/efficiency/proof/eligibility.ts";
import { learnBaseline, type MeasureSource } from "./learn-baseline.ts";

const usualWeeks = [4, 8, 12, 26, 52];

/** Learns a measure's baseline and what could be proven with it. Throws the first blocking finding. */
export async function weighMeasureTask(source: MeasureSource, run: Run) {
  const { plan } = source;
  run.tick(0, 100, "reading");
  const { baseline, findings } = await learnBaseline(source);
  if (!baseline) {
    const blocking = findings.find(({ severity }) => severity === "blocking");
    throw blocking ? new ProblemError(blocking) : problem("proof.baseline-no-form", "No baseline could be learned from this data.");
  }
  run.tick(50, 100);
  const weeks = [...new Set([...usualWeeks, plan.plannedWeeks])].sort((a, b) => a - b);
  const chances = eligibility(baseline, plan.hopedPercent, weeks);
  run.tick(100, 100);
  return { baseline, curves: baselineCurves(baseline), eligibility: chances };
}
