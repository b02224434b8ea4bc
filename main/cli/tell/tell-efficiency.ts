import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import type { Output } from "../frame/output.ts";
import type { Rated } from "../steps/efficiency-step.ts";
import { familyName } from "./family-name.ts";
import { tellFindings } from "./tell-findings.ts";

/** The KPI against its expectation, and what a percent of it is worth. */
export function tellEfficiency(out: Output, { model, result, value }: Rated): void {
  const { kpi, error } = model;
  const { totals } = result;
  const percent = (share: number) => `${formatNumber(share, { significant: 3 })} %`;
  const line = (name: Parameters<Output["say"]>[0], data: Parameters<Output["say"]>[1] = {}) => out.line(`  ${out.say(name, data)}`);
  out.line(out.say("cli.efficiency.head", { name: kpi.name, formula: kpi.formula, id: model.id }));
  line("cli.efficiency.baseline", { ranges: ranges(model.baselinePeriod.ranges) });
  line("cli.efficiency.error", {
    family: familyName(out, model.familyId),
    rmse: formatQuantity(error.rmse, kpi.unit),
    cv: percent(100 * error.cvRmse),
    folds: error.folds,
  });
  line("cli.efficiency.reporting", { ranges: ranges(result.reportingPeriod.ranges) });
  line("cli.efficiency.totals", {
    measured: formatQuantity(totals.measured, kpi.unit),
    expected: formatQuantity(totals.expected, kpi.unit),
  });
  const interval = totals.lossPercentInterval;
  line("cli.efficiency.loss", {
    loss: percent(totals.lossPercent),
    low: percent(interval.low),
    high: percent(interval.high),
    level: percent(100 * interval.level),
    amount: formatQuantity(totals.excess, result.excessUnit),
    hours: totals.hours,
  });
  if (value) {
    const money = (amount: number) => `${formatNumber(amount, { significant: 3 })} ${value.currency}`;
    line("cli.efficiency.value", { one: money(value.onePercentPerYear), loss: money(value.lossPerYear), unit: value.unit });
    if (value.co2) {
      const kg = (amount: number) => formatQuantity(amount, "kg", { significant: 3 });
      const { carrier, kgPerUnit, source, onePercentKg, lossKg } = value.co2;
      line("cli.efficiency.co2", {
        one: kg(onePercentKg),
        loss: kg(lossKg),
        factor: formatQuantity(kgPerUnit, `kg/${value.unit}`),
        carrier,
        source,
      });
    }
  }
  tellFindings(out, [...model.findings, ...result.findings]);
  out.line();
}

const ranges = (list: readonly TimeRange[]): string => list.map(({ from, to }) => `${formatTime(from)} .. ${formatTime(to)}`).join(", ");

/** What the JSON answer says of a rated KPI: every day, but not every step. */
export function efficiencyFacts({ model, result, value }: Rated): object {
  const { candidates, error, inputs, shares, baselinePeriod, ...rest } = model;
  const { daily, totals, reportingPeriod, findings } = result;
  const iso = (list: readonly TimeRange[]) =>
    list.map(({ from, to }) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }));
  return {
    id: rest.id,
    kpi: rest.kpi,
    family: rest.familyId,
    baseline: iso(baselinePeriod.ranges),
    reporting: iso(reportingPeriod.ranges),
    error,
    candidates,
    inputs,
    shares,
    totals,
    excessUnit: result.excessUnit,
    daily: Array.from(daily.time, (time, day) => ({
      day: new Date(time).toISOString().slice(0, 10),
      measured: finite(daily.measured[day]),
      expected: finite(daily.expected[day]),
      lossPercent: finite(daily.lossPercent[day]),
      excess: finite(daily.excess[day]),
      coverage: finite(daily.coverage[day]),
    })),
    value,
    findings: [...rest.findings, ...findings],
  };
}

const finite = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);
