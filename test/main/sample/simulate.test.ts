import { describe, expect, test } from "vitest";
import { returningFaults, threeMonths } from "../../../main/sample/sample-plan.ts";
import { sampleTags } from "../../../main/sample/sample-tags.ts";
import { type SampleLog, simulate } from "../../../main/sample/simulate.ts";
import { columnOf } from "../../../shared/domain/frame.ts";
import { Cancelled } from "../../../shared/domain/problem.ts";
import { SampleTruth } from "../../../shared/domain/sample-truth.ts";

// Ten-minute rows keep three months small; the plant is the same.
const plan = { ...threeMonths, intervalMs: 600_000 };
const log = simulate(plan);
const healthy = simulate({ ...plan, faults: false });
const faultOf = ({ truth }: SampleLog, kind: string) => truth.faults.find((fault) => fault.kind === kind)!;
const valuesOf = ({ frame }: SampleLog, tag: string): Float64Array => columnOf(frame, tag).values;

describe("the log", () => {
  test("the same seed gives the same bytes, another seed others", () => {
    expect(simulate(plan)).toEqual(log);
    expect(valuesOf(simulate({ ...plan, seed: 2 }), "P101.flow")).not.toEqual(valuesOf(log, "P101.flow"));
  });

  test("time ascends and every column is as long", () => {
    const { time, columns } = log.frame;
    for (let row = 1; row < time.length; row++) expect(time[row]!).toBeGreaterThan(time[row - 1]!);
    expect(columns.map(({ tag }) => tag)).toEqual(sampleTags.map(({ tag }) => tag));
    for (const { values } of columns) expect(values.length).toBe(time.length);
  });

  test("a value is missing exactly where the log holds a text", () => {
    const missing = log.frame.columns.flatMap(({ tag, values }) =>
      Array.from(values, (v, row) => (Number.isNaN(v) ? `${row} ${tag}` : "")),
    );
    expect(missing.filter((cell) => cell !== "").sort()).toEqual(log.states.map(({ row, tag }) => `${row} ${tag}`).sort());
    expect(log.states.length).toBeGreaterThan(5);
  });

  test("the log has gaps, and its first and last row", () => {
    const { time } = log.frame;
    const steps = Array.from(time.subarray(1), (t, row) => t - time[row]!);
    expect(steps.filter((step) => step > plan.intervalMs).length).toBeGreaterThan(3);
    expect(time[0]).toBe(plan.start);
    expect(time[time.length - 1]).toBe(plan.start + 90 * 86_400_000 - plan.intervalMs);
  });

  test("every value reads back from its decimal text", () => {
    for (const [at, { values }] of log.frame.columns.entries())
      for (const value of values.subarray(0, 2000))
        if (!Number.isNaN(value)) expect(Number(value.toFixed(sampleTags[at]!.decimals))).toBe(value);
  });

  test("a stopped pump reads no speed and no flow", () => {
    const demand = valuesOf(log, "P101.demand");
    const stopped = Array.from(demand, (value, row) => (value === 0 ? row : -1)).filter((row) => row >= 0);
    expect(stopped.length).toBeGreaterThan(50);
    for (const row of stopped) {
      for (const tag of ["P101.flow", "P101.speed", "P101.motor_current"]) {
        const value = valuesOf(log, tag)[row]!;
        expect(Number.isNaN(value) ? 0 : value).toBe(0);
      }
    }
  });

  test("cancelling stops it", () => {
    const run = {
      seed: 1,
      tick: () => {
        throw new Cancelled();
      },
    };
    expect(() => simulate(plan, run)).toThrow(Cancelled);
  });
});

describe("faults", () => {
  test("in the healthy reference the faulty plant is the healthy plant, to the bit", () => {
    const rows = log.frame.time.findIndex((t) => t >= log.truth.reference.to);
    expect(rows).toBeGreaterThan(3900);
    for (const [at, { values }] of log.frame.columns.entries())
      expect(values.subarray(0, rows)).toEqual(healthy.frame.columns[at]!.values.subarray(0, rows));
  });

  test("every kind is planted once, after the reference, one after the other", () => {
    const { faults, reference } = log.truth;
    expect(new Set(faults.map(({ kind }) => kind)).size).toBe(6);
    expect(faults[0]!.from).toBeGreaterThan(reference.to);
    for (const [at, fault] of faults.entries()) {
      expect(fault.from).toBeLessThanOrEqual(fault.fullFrom);
      expect(fault.fullFrom).toBeLessThanOrEqual(fault.to);
      if (at > 0) expect(fault.from).toBeGreaterThan(faults[at - 1]!.to);
    }
  });

  test("every fault becomes detectable while it lasts", () => {
    for (const { kind, from, to, detectableFrom } of log.truth.faults) {
      expect(detectableFrom, kind).not.toBeNull();
      expect(detectableFrom!, kind).toBeGreaterThan(from);
      expect(detectableFrom!, kind).toBeLessThanOrEqual(to);
    }
  });

  test("a stuck sensor repeats its last value exactly, and only it", () => {
    const { from, to, tags } = faultOf(log, "stuck-sensor");
    const { time } = log.frame;
    const stuck = valuesOf(log, tags[0]!).filter((_, row) => time[row]! >= from && time[row]! < to);
    expect(stuck.length).toBeGreaterThan(200);
    expect(new Set(stuck).size).toBe(1);
    expect(stuck[0]).toBe(valuesOf(log, tags[0]!)[time.findIndex((t) => t >= from) - 1]);
    for (const { tag } of sampleTags)
      if (tag !== tags[0]) {
        const here = valuesOf(log, tag).filter((_, row) => time[row]! >= from && time[row]! < to);
        expect(here).toEqual(valuesOf(healthy, tag).filter((_, row) => time[row]! >= from && time[row]! < to));
      }
  });

  test("a drifting sensor is off by its ramp, within its step, and the machine does not follow", () => {
    const { from, fullFrom, to, data } = faultOf(log, "sensor-drift");
    for (const [row, t] of log.frame.time.entries()) {
      if (t < from || t >= to) continue;
      const off = valuesOf(log, "P101.suction_pressure")[row]! - valuesOf(healthy, "P101.suction_pressure")[row]!;
      expect(Math.abs(off - data.drift_bar! * Math.min(1, (t - from) / (fullFrom - from)))).toBeLessThanOrEqual(0.00051);
      expect(valuesOf(log, "P101.speed")[row]).toEqual(valuesOf(healthy, "P101.speed")[row]);
    }
  });

  test("outside of faults, and once the bearing has cooled, the log is that of the healthy plant", () => {
    const { time } = log.frame;
    const affected = (t: number): boolean => log.truth.faults.some(({ from, to }) => t >= from && t < to + 24 * 3_600_000);
    for (const [at, { values }] of log.frame.columns.entries()) {
      const twin = healthy.frame.columns[at]!.values;
      for (const [row, t] of time.entries()) if (!affected(t)) expect(values[row]).toEqual(twin[row]);
    }
  });

  test("benign events lie outside of faults", () => {
    expect(log.truth.benign.filter(({ kind }) => kind === "rare-load").length).toBe(4);
    for (const event of log.truth.benign)
      for (const fault of log.truth.faults) expect(event.from >= fault.to || event.to <= fault.from).toBe(true);
  });
});

describe("the truth", () => {
  test("it fits its schema and survives JSON", () => {
    expect(SampleTruth.parse(JSON.parse(JSON.stringify(log.truth)))).toEqual(log.truth);
  });

  test("without faults nothing is lost", () => {
    expect(healthy.truth.faults).toEqual([]);
    expect(healthy.truth.efficiency.lost_kWh).toBe(0);
    for (const { lossPercent } of healthy.truth.efficiency.daily) expect(lossPercent).toBe(0);
  });

  test("the loss is the difference to the same plant without faults", () => {
    for (const [at, day] of log.truth.efficiency.daily.entries()) {
      const twin = healthy.truth.efficiency.daily[at]!;
      expect(day.volume_m3 / twin.volume_m3).toBeCloseTo(1, 3);
      const specific = day.energy_kWh / day.volume_m3;
      const healthySpecific = twin.energy_kWh / twin.volume_m3;
      expect(day.lossPercent).toBeCloseTo(100 * (specific / healthySpecific - 1), 8);
    }
    const { lost_kWh, energy_kWh } = log.truth.efficiency;
    expect(lost_kWh).toBeCloseTo(energy_kWh - healthy.truth.efficiency.energy_kWh, 0);
  });

  test("the log's own power meter tells the same energy", () => {
    // Counting meter readings instead of truth: noise averages out, gaps take a per mille.
    const hours = plan.intervalMs / 3_600_000;
    const metered = valuesOf(log, "P101.motor_power").reduce((sum, kW) => sum + (Number.isNaN(kW) ? 0 : kW * hours), 0);
    expect(metered / log.truth.efficiency.energy_kWh).toBeCloseTo(1, 2);
  });

  test("fouling builds up to a loss of several percent, which the cleaning takes away", () => {
    const { from, to } = faultOf(log, "fouling");
    const lossOn = (t: number): number =>
      log.truth.efficiency.daily.find(({ day }) => day === new Date(t).toISOString().slice(0, 10))!.lossPercent;
    const day = 86_400_000;
    expect(lossOn(from - day)).toBe(0);
    expect(lossOn(to - day)).toBeGreaterThan(5);
    expect(lossOn(to - day)).toBeLessThan(12);
    expect(lossOn(to + 2 * day)).toBeLessThan(0.01);
  });

  test("throughput is the pumped volume scaled to a year", () => {
    const volume = log.truth.efficiency.daily.reduce((sum, { volume_m3 }) => sum + volume_m3, 0);
    expect(log.truth.efficiency.throughput_m3_a).toBeCloseTo((volume * 365) / 90, 3);
  });
});

test("a short plan squeezes the whole calendar into its days", () => {
  const { truth, frame } = simulate({ ...threeMonths, days: 9 });
  expect(truth.faults.length).toBe(6);
  expect(truth.faults.at(-1)!.to).toBeLessThan(frame.time.at(-1)!);
});

describe("the quarter in which faults come back", () => {
  const { truth, frame } = simulate({ ...returningFaults, intervalMs: 600_000 });
  const valuesIn = (tag: string, { from, to }: { from: number; to: number }) =>
    frame.columns.find((c) => c.tag === tag)!.values.filter((v, row) => frame.time[row]! >= from && frame.time[row]! < to && v > 0);
  const mean = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0) / values.length;

  test("two kinds happen twice, once in each half, and the strainer is covered both times", () => {
    const kinds = truth.faults.map(({ kind }) => kind);
    expect(kinds).toEqual(["cavitation", "seal-leak", "cavitation", "seal-leak", "bearing-wear"]);
    const [first, , second] = truth.faults;
    const lowest = (range: { from: number; to: number }) => Math.min(...valuesIn("P101.suction_pressure", range));
    expect(Math.abs(lowest(first!) - lowest(second!))).toBeLessThan(0.1);
  });

  test("the rinsing of the seal shows in its flush by a seventh, in no fault, and costs nothing", () => {
    const rinses = truth.benign.filter(({ kind }) => kind === "seal-rinse");
    expect(rinses).toHaveLength(6);
    // The flush goes with the root of the pressure; what is left is the opening.
    const opening = (range: { from: number; to: number }) => {
      const rows = [...frame.time.keys()].filter((row) => frame.time[row]! >= range.from && frame.time[row]! < range.to);
      const of = (tag: string, row: number) => frame.columns.find((c) => c.tag === tag)!.values[row]!;
      const pressure = (row: number) => Math.sqrt(of("P101.discharge_pressure", row) - of("P101.suction_pressure", row));
      return mean(Float64Array.from(rows, (row) => of("P101.seal_flush_flow", row) / pressure(row)).filter((v) => v > 0));
    };
    for (const rinse of rinses) {
      expect(opening(rinse) / opening({ from: rinse.from - 8 * 3_600_000, to: rinse.from })).toBeCloseTo(1.15, 1);
      expect(truth.faults.every(({ from, to }) => rinse.to < from || rinse.from > to)).toBe(true);
    }
  });

  test("nothing of it is in the quarter that comes with the product", () => {
    expect(simulate({ ...threeMonths, days: 9, intervalMs: 600_000 }).truth.benign.every(({ kind }) => kind !== "seal-rinse")).toBe(true);
  });
});
