import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { Baseline, BaselineForm, Meter, MeterRows } from "#shared/domain/proof.ts";
import { quietRun } from "#shared/domain/run.ts";
import { fitBaseline } from "../../../main/analysis/efficiency/baseline/fit-baseline.ts";
import { designColumns } from "../../../main/analysis/efficiency/proof/design-columns.ts";
import { lockBaseline } from "../../../main/analysis/efficiency/proof/lock.ts";
import { measureSaving } from "../../../main/analysis/efficiency/proof/measure-saving.ts";

const hour = 3_600_000;
const day = 24 * hour;

/** A sample meter of OpenEEmeter with the mean outside temperature of its days; undefined where it is missing. */
export function eemeterDays(folder: string): { meter: Meter; rows: MeterRows } | undefined {
  const file = (name: string) => join(folder, "eemeter", `il-electricity-cdd-hdd-${name}.csv.gz`);
  if (!existsSync(file("daily")) || !existsSync(file("tempF"))) return undefined;
  const lines = (name: string) => cells(gunzipSync(readFileSync(file(name))).toString());
  const readings = lines("daily");
  const hours = lines("tempF").map(([at, value]) => ({ at: Date.parse(at!), value: Number(value) }));
  const time = Float64Array.from(readings, ([at]) => Date.parse(at!));
  let k = 0;
  // Days of 23 and 25 hours are what the meter's own stamps make them.
  const temperature = time.map((from, i) => {
    const to = time[i + 1] ?? from + day;
    let [sum, count] = [0, 0];
    for (; k < hours.length && hours[k]!.at < to; k++)
      if (hours[k]!.at >= from && Number.isFinite(hours[k]!.value)) {
        sum += hours[k]!.value;
        count++;
      }
    return sum / count;
  });
  return {
    meter: { tag: "electricity", unit: "kWh", intervalMs: day, clockOffsetMs: -6 * hour },
    rows: {
      time,
      energy: Float64Array.from(readings, ([, v]) => Number(v)),
      drivers: [{ tag: "outside", unit: "degF", values: temperature }],
    },
  };
}

/**
 * eemeter's own check of its meter (tests of OpenEEmeter 4): a year of baseline up to the work, foreseen on a ramp of 60 days from 30 to
 * 89 °F on which 1 kWh a day was measured; the same ramp by the model of the year after the work; and the saving of that year, which is
 * 10 % by the way the meter was made.
 */
export function eemeter(folder: string) {
  const data = eemeterDays(folder);
  if (!data) return undefined;
  const [work, after] = [Date.parse("2016-12-26T00:00:00-06:00"), Date.parse("2017-01-04T00:00:00-06:00")];
  const learn = (from: number, to: number): Baseline => {
    const period = BaselinePeriod.parse({ ranges: [{ from, to }] });
    return fitBaseline({ ...data, period, exclusions: [], changeDriver: "outside" }).baseline!;
  };
  const before = learn(work - 365 * day, work);
  const ramp = Float64Array.from({ length: 60 }, (_, i) => 30 + i);
  const rampRows = { time: ramp.map((_, i) => work + i * day), drivers: [{ tag: "outside", unit: "degF", values: ramp }] };
  const onRamp = (baseline: Baseline): number => designColumns(baseline, rampRows).expected.reduce((a, b) => a + b, 0);
  const year = { ranges: [{ from: after, to: after + 365 * day }] };
  const saved = measureSaving(
    {
      locked: lockBaseline(before, "0".repeat(64), work, "bench"),
      rows: data.rows,
      plan: { period: ReportingPeriod.parse(year), exclusions: [], adjustments: [] },
    },
    quietRun(1),
  );
  const { low, high } = saved.percentInterval;
  return {
    ramp: onRamp(before) - ramp.length,
    modelled: onRamp(before) - onRamp(learn(after, after + 365 * day)),
    form: before.form,
    savedPercent: saved.percent,
    lowPercent: low,
    highPercent: high,
    intervalHoldsTruth: low <= 10 && 10 <= high ? 1 : 0,
    verdict: saved.verdict,
  };
}

/** The commercial building of nmecr, daily, March 2012 to February 2013; undefined where it is missing. */
export function nmecr(folder: string) {
  const file = (name: string) => join(folder, "nmecr", `${name}.csv`);
  if (!existsSync(file("eload")) || !existsSync(file("temp"))) return undefined;
  const lines = (name: string) => cells(readFileSync(file(name), "utf8"));
  const eload = lines("eload");
  const rows: MeterRows = {
    time: Float64Array.from(eload, ([at]) => Date.parse(`${at!.replace(" ", "T")}Z`)),
    energy: Float64Array.from(eload, ([, v]) => Number(v)),
    drivers: [{ tag: "outside", unit: "degF", values: Float64Array.from(lines("temp"), ([, v]) => Number(v)) }],
  };
  const meter = { tag: "eload", unit: "kWh", intervalMs: day, clockOffsetMs: 0 };
  const period = BaselinePeriod.parse({ ranges: [{ from: Date.UTC(2012, 2, 1), to: Date.UTC(2013, 2, 1) }] });
  const quality = (form: BaselineForm) => {
    const { baseline } = fitBaseline({ meter, rows, period, exclusions: [], changeDriver: "outside", forms: [form] });
    const { r2, cvRmse, n, parameters } = baseline!.quality;
    // nmecr divides by n − 1 for a straight line and n − 2 for two slopes.
    const slopes = baseline!.terms.length - 1;
    return { r2, cvRmsePercent: 100 * cvRmse, cvRmseAsPeerPercent: 100 * cvRmse * Math.sqrt((n - parameters) / (n - slopes)), parameters };
  };
  return { straightLine: quality("straight-line"), fourParameter: quality("four-parameter"), timeOfWeek: quality("time-of-week") };
}

const cells = (text: string): string[][] =>
  text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
