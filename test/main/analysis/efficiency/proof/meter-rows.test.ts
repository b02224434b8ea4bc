import { expect, test } from "vitest";
import { meterRows } from "../../../../../main/analysis/efficiency/proof/meter-rows.ts";

const hour = 3_600_000;
const quarter = hour / 4;
const meter = { tag: "P", unit: "kWh", intervalMs: 24 * hour, clockOffsetMs: 0 };
const frame = (values: Float64Array, stepMs = quarter, from = 0) => ({
  time: values.map((_, i) => from + i * stepMs),
  columns: [
    { tag: "P", unit: "kW", values },
    { tag: "T", unit: "degC", values: values.map((_, i) => i % 2) },
  ],
});
const drivers = [{ tag: "T", by: "mean" as const }];
const days = (count: number, value: (i: number) => number) => Float64Array.from({ length: count * 96 }, (_, i) => value(i));

test("10 kW over a day are 240 kWh; quarter hours of 10 kWh are 960 kWh", () => {
  const power = meterRows(frame(days(2, () => 10)), { meter, kind: "power", drivers });
  expect([...power.energy]).toEqual([240, 240]);
  expect([...power.time]).toEqual([0, 24 * hour]);
  expect([...power.drivers[0]!.values]).toEqual([0.5, 0.5]);
  expect([...meterRows(frame(days(2, () => 10)), { meter, kind: "amount", drivers }).energy]).toEqual([960, 960]);
});

test("a day begins by its own clock", () => {
  const local = { ...meter, clockOffsetMs: 8 * hour };
  const { time, energy } = meterRows(frame(days(2, (i) => (i < 64 ? 1 : 2))), { meter: local, kind: "power", drivers });
  expect([...time]).toEqual([-8 * hour, 16 * hour, 40 * hour]);
  expect([...energy]).toEqual([Number.NaN, 48, Number.NaN]);
});

test("a day of which less than nine tenths were seen has no reading; a sum that lacks little is filled from its own day", () => {
  const holed = days(2, (i) => (i < 5 || (i >= 100 && i < 120) ? Number.NaN : 10));
  const { energy } = meterRows(frame(holed), { meter, kind: "amount", drivers });
  expect(energy[0]).toBeCloseTo(960, 9);
  expect(energy[1]).toBeNaN();
});

test("a counter is read at the ends of the intervals, and a restart leaves its interval without a reading", () => {
  const counting = days(4, (i) => 5 * i - (i >= 250 ? 1000 : 0));
  const { energy } = meterRows(frame(counting), { meter, kind: "counter", drivers });
  expect([...energy]).toEqual([480, 480, Number.NaN, Number.NaN]);
  const whole = meterRows(frame(Float64Array.from([...counting, 5 * 384 - 1000])), { meter, kind: "counter", drivers });
  expect(whole.energy[3]).toBe(480);
});

test("no rows give no readings", () => {
  expect(meterRows(frame(new Float64Array(0)), { meter, kind: "power", drivers }).time.length).toBe(0);
});
