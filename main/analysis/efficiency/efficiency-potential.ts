import type { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { EfficiencyPotential } from "#shared/domain/efficiency-potential.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import type { SavedState } from "../models/family.ts";
import { frontier } from "./frontier.ts";
import { kpiMeaning } from "./kpi-meaning.ts";
import { lossSplit } from "./loss-split.ts";
import type { Operation } from "./operation.ts";
import { loadEfficiency } from "./saved-efficiency.ts";
import { outsideOf } from "./seen-range.ts";
import { stepsOf } from "./steps.ts";

/**
 * What lies behind a loss and beyond the expectation: causes and frontier of a reporting period.
 * @param bandTag the input whose thirds make the load bands.
 */
export function efficiencyPotential(
  input: {
    saved: SavedState;
    operation: Operation | undefined;
    frame: Frame;
    baseline: BaselinePeriod;
    reporting: ReportingPeriod;
    bandTag: string;
  },
  run: Run,
): EfficiencyPotential {
  const { operation, frame, baseline, reporting, bandTag } = input;
  const fitted = loadEfficiency(input.saved);
  const { meaning } = kpiMeaning(fitted.kpi, frame.columns);
  if (!meaning) return { frontier: null, split: null };
  const all = stepsOf(frame, meaning, fitted.inputs, reporting.ranges, fitted.kpi.resolutionMs);
  // What is not judged has neither a cause nor anything better to be held against.
  const { refused } = outsideOf(fitted.seen, all.inputs, all.time.length);
  const steps = { ...all, measured: all.measured.map((m, i) => (refused[i] === 1 ? Number.NaN : m)) };
  const past = stepsOf(frame, meaning, fitted.inputs, baseline.ranges, fitted.kpi.resolutionMs);
  const inputsOf = (tags: readonly string[]) => tags.map((tag) => steps.inputs[fitted.inputs.indexOf(tag)]!);
  const scale = meaning.excessScale;
  return {
    frontier: operation ? frontier(operation, { ...steps, conditions: inputsOf(operation.conditions), excessScale: scale }) : null,
    split: lossSplit(fitted, { baseline: past, reporting: steps, bandTag, scale }, run),
  };
}
