import { expect, test } from "vitest";
import type { TextPlan } from "#shared/domain/importing.ts";
import { needsStart, recut, withClockColumns, withClockSource, withColumn } from "../../../../renderer/views/import/plan-edits.ts";

const plan: TextPlan = {
  encoding: "utf-8",
  delimiter: ";",
  decimal: ",",
  headerLine: 1,
  unitsLine: null,
  dataLine: 2,
  columns: [
    { header: "Date", tag: "Date", unit: "", kind: "time" },
    { header: "Time", tag: "Time", unit: "", kind: "time" },
    { header: "Flow", tag: "Flow", unit: "m3/h", kind: "number" },
  ],
  clock: { source: "columns", columns: [0, 1], format: "DD.MM.YYYY HH:mm:ss" },
  zone: "UTC",
  missing: [],
  duplicates: "first",
};

test("another delimiter asks for the columns anew and keeps what was agreed on otherwise", () => {
  expect(recut(plan, { delimiter: "," })).toMatchObject({ delimiter: ",", decimal: ",", zone: "UTC", columns: [] });
});

test("a column that becomes the time joins the clock, one that was it leaves", () => {
  expect(withColumn(plan, 1, { kind: "skip" }).clock).toMatchObject({ columns: [0] });
  expect(withColumn(plan, 2, { kind: "time" }).clock).toMatchObject({ columns: [0, 1, 2] });
});

test("the clock keeps its last column until another is chosen", () => {
  const one = withColumn(plan, 1, { kind: "skip" });
  expect(withColumn(one, 0, { kind: "number" }).clock).toMatchObject({ columns: [0] });
});

test("a corrected name or unit touches its column alone", () => {
  const next = withColumn(plan, 2, { unit: "l/s" });
  expect(next.columns[2]).toEqual({ header: "Flow", tag: "Flow", unit: "l/s", kind: "number" });
  expect(next.columns.slice(0, 2)).toEqual(plan.columns.slice(0, 2));
  expect(next.clock).toEqual(plan.clock);
});

test("columns chosen as the clock are read as time, those given up are left out", () => {
  const next = withClockColumns(plan, [1]);
  expect(next.columns.map((column) => column.kind)).toEqual(["skip", "time", "number"]);
  expect(withClockColumns(plan, [])).toBe(plan);
});

test("without a time in the file the former time columns are left out, and back again one is read as time", () => {
  const rate = withClockSource(plan, "rate", 5000);
  expect(rate.clock).toEqual({ source: "rate", start: 5000, stepMs: 1000 });
  expect(rate.columns.map((column) => column.kind)).toEqual(["skip", "skip", "number"]);
  const back = withClockSource(rate, "columns", 0);
  expect(back.clock).toEqual({ source: "columns", columns: [0], format: "iso" });
  expect(back.columns[0]?.kind).toBe("time");
});

test("only formats without a date need a beginning", () => {
  expect(["elapsed-s", "HH:mm:ss", "h:mm a"].map(needsStart)).toEqual([true, true, true]);
  expect(["iso", "epoch-ms", "excel-day", "DD.MM.YYYY HH:mm", "M/D/YY h:mm a"].map(needsStart)).toEqual([
    false,
    false,
    false,
    false,
    false,
  ]);
});
