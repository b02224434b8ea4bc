import { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import { quietRun } from "#shared/domain/run.ts";
import { advisor } from "../../../main/analysis/efficiency/advisor.ts";
import { fitEfficiency } from "../../../main/analysis/efficiency/fit-efficiency.ts";
import { learnOperation } from "../../../main/analysis/efficiency/learn-operation.ts";
import { proposeKpis } from "../../../main/analysis/efficiency/propose-kpis.ts";
import { condition } from "../../../main/sample/condition.ts";
import { plant } from "../../../main/sample/plant.ts";
import { threeMonths } from "../../../main/sample/sample-plan.ts";
import { scenario } from "../../../main/sample/scenario.ts";
import { simulate } from "../../../main/sample/simulate.ts";

const day = 86_400_000;
const stepsPerHour = 12;
const [learned, followed] = [28, 14];

/** A day run as advised: gain promised with its 90 % interval, and the gain that came; percent of the energy of the day as it was. */
export interface AdvisedDay {
  readonly promised: number;
  readonly low: number;
  readonly high: number;
  readonly came: number;
}

/** Days of the sample plant on which the crew follows the advice, held against the same days on which it does not. */
export function daysOfAdvice(seed: number): AdvisedDay[] {
  const plan = { ...threeMonths, seed, days: learned + followed, intervalMs: 300_000, faults: false };
  const { frame } = simulate(plan);
  const tags = frame.columns.map(({ tag, unit, values }) => ({
    name: tag,
    unit,
    max: values.reduce((a, b) => (b > a ? b : a), -Infinity),
  }));
  const { kpi } = proposeKpis("sample", tags)[0]!;
  const at = (d: number): number => plan.start + d * day;
  const baseline = BaselinePeriod.parse({ ranges: [{ from: at(0), to: at(learned) }] });
  const reporting = ReportingPeriod.parse({ ranges: [{ from: at(learned), to: at(learned + followed) }] });
  const { fitted } = fitEfficiency({ frame, kpi, baseline }, quietRun(1));
  const operation = learnOperation({ ...fitted!, frame, baseline, reporting }, quietRun(1))!;
  const advise = advisor(operation, kpi.unit)!;

  const outside = scenario(plan);
  const valve = outside.valve_percent.slice();
  const rows = outside.time.length;
  const asWas = plant(outside, condition(seed, outside.time, outside.stepMs, []));
  const advised = plant({ ...outside, valve_percent: valve }, condition(seed, outside.time, outside.stepMs, []));
  const days = Array.from({ length: followed }, () => ({ promised: 0, low: 0, high: 0, was: 0, is: 0, weight: 0 }));
  for (let from = 0; from < rows; from += stepsPerHour) {
    const hour = Array.from({ length: Math.min(stepsPerHour, rows - from) }, (_, k) => from + k);
    const before = hour.map(asWas);
    const running = hour.filter((_, k) => before[k]!.running);
    const d = days[Math.floor((outside.time[from]! - at(learned)) / day)];
    const flow = before.reduce((sum, row) => sum + row.flow_m3_h, 0) / hour.length;
    let answer: ReturnType<typeof advise> | undefined;
    // Stops and rare loads are run as always.
    if (d && running.length === hour.length) {
      answer = advise({ conditions: { "P101.flow": flow }, settings: { "P101.valve_position": valve[from]! } });
      for (const row of hour) if (answer.advice) valve[row] = answer.advice.settings[0]!.to;
    }
    const after = hour.map(advised);
    if (!d || !answer) continue;
    const energy = before.reduce((sum, row) => sum + row.power_kW, 0);
    d.was += energy;
    d.is += after.reduce((sum, row) => sum + row.power_kW, 0);
    const { gainPercent = 0, gainInterval = { low: 0, high: 0 } } = answer.advice ?? {};
    d.promised += gainPercent * energy;
    d.low += gainInterval.low * energy;
    d.high += gainInterval.high * energy;
    d.weight += energy;
  }
  return days.map(({ promised, low, high, was, is, weight }) => ({
    promised: promised / weight,
    low: low / weight,
    high: high / weight,
    came: 100 * (1 - is / was),
  }));
}
