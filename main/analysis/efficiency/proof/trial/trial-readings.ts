import type { Column, Frame } from "#shared/domain/frame.ts";
import { ProblemError } from "#shared/domain/problem.ts";
import type { Meter, MeterRows } from "#shared/domain/proof.ts";
import type { TrialWish } from "#shared/domain/trial.ts";
import { kpiMeaning, kpiTags } from "../../kpi-meaning.ts";
import { stepsOf } from "../../steps.ts";
import { meterRows } from "../meter-rows.ts";
import { meterUnit } from "../meter-unit.ts";
import { readingsWhere, ruleTags } from "../readings-where.ts";

const hour = 3_600_000;

/** Readings of a trial's yardstick with everything else that is asked of the same intervals. */
export interface TrialReadings {
  readonly meter: Meter;
  readonly rows: MeterRows;
  /** [rows] throughput of a KPI, 1 for a meter: what a reading weighs in the mean of a block. */
  readonly weight: Float64Array;
  /** [rows] hours that count. */
  readonly hours: Float64Array;
  /** Unit of an amount, for example kWh, and what makes one of a reading's gain times its weight. */
  readonly amountUnit: string;
  readonly amountScale: number;
  readonly settings: readonly Column[];
  readonly watch: readonly Column[];
}

/** The tags a trial reads. */
export function trialTags({ yardstick, drivers, settings, watch }: TrialWish): string[] {
  const own = yardstick.kind === "kpi" ? kpiTags(yardstick.kpi) : [yardstick.tag, ...ruleOf(yardstick.validWhen)];
  return [...new Set([...own, ...[...drivers, ...settings, ...watch].map(({ tag }) => tag)])];
}

const ruleOf = (rule: string | null): readonly string[] => (rule === null ? [] : ruleTags(rule));

/**
 * Samples of a log as readings of a trial.
 * @throws `FormulaError` for a rule that cannot be read, and the first blocking finding of a KPI that has no meaning on these tags.
 */
export function trialReadings(frame: Frame, wish: TrialWish): TrialReadings {
  const { yardstick, intervalMs, clockOffsetMs, drivers, settings, watch } = wish;
  const beside = [...settings, ...watch];
  const split = (columns: readonly Column[]) => ({
    drivers: columns.slice(0, drivers.length),
    settings: columns.slice(drivers.length, drivers.length + settings.length),
    watch: columns.slice(drivers.length + settings.length),
  });
  if (yardstick.kind === "meter") {
    const { tag, meterKind, validWhen } = yardstick;
    const unit = meterUnit(frame.columns.find((c) => c.tag === tag)?.unit ?? "", meterKind);
    const meter: Meter = { tag, unit, intervalMs, clockOffsetMs };
    const all = [...drivers, ...beside.map((of) => ({ tag: of.tag, by: "mean" as const }))];
    const read = meterRows(frame, { meter, kind: meterKind, drivers: all });
    const { time, energy, drivers: columns } = validWhen === null ? read : readingsWhere(frame, read, meter, validWhen);
    const parts = split(columns);
    return {
      meter,
      rows: { time, energy, drivers: parts.drivers },
      weight: energy.map((e) => (Number.isNaN(e) ? Number.NaN : 1)),
      hours: energy.map((e) => (Number.isNaN(e) ? 0 : intervalMs / hour)),
      amountUnit: unit,
      amountScale: 1,
      settings: parts.settings,
      watch: parts.watch,
    };
  }
  const { kpi } = yardstick;
  const { meaning, findings } = kpiMeaning(kpi, frame.columns);
  if (!meaning) throw new ProblemError(findings.find(({ severity }) => severity === "blocking")!);
  const range = { from: frame.time[0] ?? 0, to: (frame.time.at(-1) ?? 0) + 1 };
  const tags = [...drivers, ...beside].map(({ tag }) => tag);
  const steps = stepsOf(frame, meaning, tags, [range], intervalMs);
  const unitOf = (tag: string): string => frame.columns.find((c) => c.tag === tag)?.unit ?? "";
  const parts = split(tags.map((tag, j) => ({ tag, unit: unitOf(tag), values: steps.inputs[j]! })));
  return {
    meter: { tag: kpi.name, unit: kpi.unit, intervalMs: steps.stepMs, clockOffsetMs },
    rows: { time: steps.time, energy: steps.measured, drivers: parts.drivers },
    weight: steps.throughput,
    hours: steps.hours.map((h, i) => (Number.isNaN(steps.measured[i]!) ? 0 : h)),
    amountUnit: meaning.excessUnit,
    amountScale: meaning.excessScale,
    settings: parts.settings,
    watch: parts.watch,
  };
}
