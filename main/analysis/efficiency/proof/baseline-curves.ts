import type { BaselineCurves } from "#shared/domain/measure.ts";
import type { Baseline } from "#shared/domain/proof.ts";
import { designColumns } from "./design-columns.ts";

/** The readings of a baseline beside what its model expects of them. */
export function baselineCurves(baseline: Baseline): BaselineCurves {
  const time = Float64Array.from(baseline.rows.time);
  const drivers = baseline.drivers.map(({ tag, unit }, j) => ({ tag, unit, values: Float64Array.from(baseline.rows.drivers[j]!) }));
  return {
    time,
    measured: Float64Array.from(baseline.rows.energy),
    expected: designColumns(baseline, { time, drivers }).expected,
    intervalMs: baseline.meter.intervalMs,
  };
}
