import { expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import { meterRows } from "../../../../../main/analysis/efficiency/proof/meter-rows.ts";
import { readingsWhere, ruleTags } from "../../../../../main/analysis/efficiency/proof/readings-where.ts";

const minute = 60_000;
const hour = 60 * minute;
const meter = { tag: "power", unit: "kWh", intervalMs: hour, clockOffsetMs: 30 * minute };

/** Six hours from half past two, a row every ten minutes. */
function log(speed: (row: number) => number): Frame {
  const rows = 36;
  const time = Float64Array.from({ length: rows }, (_, k) => 2.5 * hour + k * 10 * minute);
  const column = (tag: string, unit: string, of: (row: number) => number) => ({
    tag,
    unit,
    values: Float64Array.from({ length: rows }, (_, k) => of(k)),
  });
  return { time, columns: [column("power", "kW", (k) => 10 + k), column("speed", "rpm", speed)] };
}

test("an hour with a standstill in it does not count, whole hours of running do", () => {
  const frame = log((row) => (row === 8 || row >= 30 ? 0 : 1480));
  const rows = meterRows(frame, { meter, kind: "power", drivers: [] });
  const counted = readingsWhere(frame, rows, meter, "speed > 300");
  expect([...rows.time].map((t) => t / hour)).toEqual([2.5, 3.5, 4.5, 5.5, 6.5, 7.5]);
  expect([...counted.time].map((t) => t / hour)).toEqual([2.5, 4.5, 5.5, 6.5]);
  expect(counted.energy[1]).toBe(rows.energy[2]);
});

test("a sample that is missing breaks no hour, an hour of which nothing is known does not count", () => {
  const frame = log((row) => (row % 6 === 0 || row >= 30 ? Number.NaN : 1480));
  const rows = meterRows(frame, { meter, kind: "power", drivers: [] });
  expect(readingsWhere(frame, rows, meter, "speed > 300").time).toHaveLength(5);
});

test("a rule names the tags it reads, and says what is wrong with it", () => {
  expect(ruleTags("speed > 300 and power < 5")).toEqual(["speed", "power"]);
  const frame = log(() => 1);
  const rows = meterRows(frame, { meter, kind: "power", drivers: [] });
  expect(() => readingsWhere(frame, rows, meter, "sped > 300")).toThrow();
});
