import { expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import { fitPreparation, prepare } from "../../../../main/analysis/features/preparation.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

const minute = 60_000;
const always = [{ from: 0, to: Number.POSITIVE_INFINITY }];

/** A pump logged every minute that stands in rows 200 … 259, and a tag that never changes while it runs. */
function log(rows = 600): Frame {
  const chance = random(2);
  const runs = (i: number) => i < 200 || i >= 260;
  const column = (tag: string, of: (i: number) => number) => ({
    tag,
    unit: "",
    values: Float64Array.from({ length: rows }, (_, i) => of(i)),
  });
  return {
    time: Float64Array.from({ length: rows }, (_, i) => i * minute),
    columns: [
      column("power", (i) => (runs(i) ? 30 + chance() : 0)),
      column("flow", (i) => (runs(i) ? 150 + chance() : 0)),
      column("setpoint", (i) => (runs(i) ? 5 : 0)),
      column("temperature", () => 40 + chance()),
    ],
  };
}

test("rows of a stop, and of the half hour after it, are left out", () => {
  const frame = log();
  const { preparation } = fitPreparation(frame, always);
  const power = prepare(preparation, frame).columns[0]!.values;
  const settled = 260 + 30;
  // A mean needs half of its ten rows.
  const known = [...power].map((v, i) => (Number.isNaN(v) ? -1 : i)).filter((i) => i >= 0);
  expect(known.filter((i) => i < 260)).toEqual(Array.from({ length: 196 }, (_, i) => i + 4));
  expect(known.find((i) => i >= 260)).toBe(settled + 4);
});

test("each value is the mean of the last ten rows, none from before a stop", () => {
  const frame = log();
  const { preparation } = fitPreparation(frame, always);
  const power = prepare(preparation, frame).columns[0]!.values;
  const mean = (from: number, to: number) => frame.columns[0]!.values.slice(from, to).reduce((a, b) => a + b, 0) / (to - from);
  expect(power[100]).toBeCloseTo(mean(91, 101), 12);
  expect(power[296]).toBeCloseTo(mean(290, 297), 12);
});

test("a tag that is constant while the machine runs is left out with a finding, though it still tells a stop", () => {
  const { preparation, findings } = fitPreparation(log(), always);
  expect(preparation.tags).toEqual(["power", "flow", "temperature"]);
  expect(preparation.leftOut).toEqual([{ tag: "setpoint", code: "health.tag-left-out" }]);
  expect(findings.map((f) => f.severity)).toEqual(["note"]);
  expect(preparation.operating.map((o) => o.tag)).toContain("setpoint");
});

test("a tag that is mostly missing in the reference is left out with its numbers", () => {
  const frame = log();
  frame.columns[3]!.values.fill(Number.NaN, 0, 580);
  const { preparation, findings } = fitPreparation(frame, always);
  expect(preparation.tags).not.toContain("temperature");
  expect(findings.find((f) => f.code === "health.tag-sparse")!.data.tag).toBe("temperature");
});

test("single lost samples are bridged by the mean, a long hole is not", () => {
  const frame = log();
  frame.columns[3]!.values[50] = Number.NaN;
  frame.columns[3]!.values.fill(Number.NaN, 100, 120);
  const { preparation } = fitPreparation(frame, always);
  const temperature = prepare(preparation, frame).columns.find((c) => c.tag === "temperature")!.values;
  expect(temperature[50]).toBeGreaterThan(39);
  expect(temperature[110]).toBeNaN();
});

test("a window does not reach over a gap in the log", () => {
  const frame = log(150);
  const gapped: Frame = { ...frame, time: frame.time.map((t, i) => (i < 100 ? t : t + 3600_000)) };
  const { preparation } = fitPreparation(gapped, always);
  const power = prepare(preparation, gapped).columns[0]!.values;
  expect(power[99]).toBeGreaterThan(0);
  expect([...power.subarray(100, 104)].every((v) => Number.isNaN(v))).toBe(true);
  expect(power[104]).toBeGreaterThan(0);
});

test("the same rows are prepared the same way, whatever stands after them", () => {
  const frame = log();
  const { preparation } = fitPreparation(frame, always);
  const whole = prepare(preparation, frame);
  const part = prepare(preparation, {
    time: frame.time.slice(0, 400),
    columns: frame.columns.map((c) => ({ ...c, values: c.values.slice(0, 400) })),
  });
  part.columns.forEach((c, j) => {
    expect(c.values).toEqual(whole.columns[j]!.values.slice(0, 400));
  });
});
