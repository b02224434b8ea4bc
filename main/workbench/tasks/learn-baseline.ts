import type { MeasurePlan } from "#shared/domain/measure.ts";
import { ProblemError } from "#shared/domain/problem.ts";
import type { Meter, MeterRows } from "#shared/domain/proof.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { FormulaError } from "#shared/formula/formula-error.ts";
import { fitBaseline } from "../../analysis/efficiency/baseline/fit-baseline.ts";
import { meterRows } from "../../analysis/efficiency/proof/meter-rows.ts";
import { readingsWhere, ruleTags } from "../../analysis/efficiency/proof/readings-where.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";

export interface MeasureSource {
  readonly folders: readonly SignalFolder[];
  readonly plan: MeasurePlan;
  /** Unit of the energy. */
  readonly unit: string;
}

export const meterOf = ({ plan, unit }: MeasureSource): Meter => ({
  tag: plan.meter.tag,
  unit,
  intervalMs: plan.intervalMs,
  clockOffsetMs: plan.clockOffsetMs,
});

/** Readings of the measure's meter over some stretches of time: the same whatever else has been imported since. */
export async function readingsOver(source: MeasureSource, ranges: readonly TimeRange[]): Promise<MeterRows> {
  const { plan, folders } = source;
  const rule = plan.validWhen;
  const named = [plan.meter.tag, ...plan.drivers.map(({ tag }) => tag)];
  // Whole readings at either end, and what stands beyond them for a counter.
  const beyond = 2 * plan.intervalMs;
  const range = { from: Math.min(...ranges.map(({ from }) => from)) - beyond, to: Math.max(...ranges.map(({ to }) => to)) + beyond };
  try {
    const tags = [...new Set([...named, ...(rule === null ? [] : ruleTags(rule))])];
    const frame = await readSignals({ folders, tags, range });
    const meter = meterOf(source);
    const rows = meterRows(frame, { meter, kind: plan.meter.kind, drivers: plan.drivers });
    return rule === null ? rows : readingsWhere(frame, rows, meter, rule);
  } catch (error) {
    throw error instanceof FormulaError ? new ProblemError(error.finding) : error;
  }
}

/** The baseline of a measure as its data are now. */
export async function learnBaseline(source: MeasureSource) {
  const { plan } = source;
  const rows = await readingsOver(source, plan.baseline.ranges);
  return fitBaseline({
    meter: meterOf(source),
    rows,
    period: plan.baseline,
    exclusions: plan.exclusions,
    changeDriver: plan.changeDriver,
  });
}
