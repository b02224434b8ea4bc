import { expect, test } from "vitest";
import { proposeReference } from "../../../../main/analysis/health/propose-reference.ts";
import { day, exampleLog } from "./example-log.ts";

test("a steady log is learned from at its start, for three tenths of it", () => {
  const { ranges, findings } = proposeReference(exampleLog({ fault: false }));
  expect(ranges).toHaveLength(1);
  expect(ranges[0]!.from).toBe(0);
  expect(ranges[0]!.to / day).toBeCloseTo(0.3 * 12, 1);
  expect(findings.map((f) => f.code)).toEqual(["health.reference-proposed"]);
  expect(findings[0]!.data).toMatchObject({ completePercent: 100 });
  expect(findings[0]!.data.stoppedPercent).toBeGreaterThan(0);
});

test("a restless start is passed over, and that is said", () => {
  const frame = exampleLog({ fault: false });
  for (const column of frame.columns)
    for (let i = 0; i < 2 * 1440; i++) if (column.values[i]! > 0) column.values[i]! *= 1 + (i % 1440 < 700 ? 0.8 : 0.2);
  const { ranges, findings } = proposeReference(frame);
  expect(ranges[0]!.from).toBeGreaterThanOrEqual(day);
  expect(ranges[0]!.from).toBeLessThan(4 * day);
  expect(findings.map((f) => f.code)).toContain("health.reference-not-the-start");
});

test("a start with most of its rows missing is passed over", () => {
  const frame = exampleLog({ fault: false });
  const kept = [...frame.time.keys()].filter((i) => i >= 3 * 1440 || i % 360 < 30);
  const holed = {
    time: Float64Array.from(kept, (i) => frame.time[i]!),
    columns: frame.columns.map((c) => ({ ...c, values: Float64Array.from(kept, (i) => c.values[i]!) })),
  };
  expect(proposeReference(holed).ranges[0]!.from).toBeGreaterThan(2 * day);
});

test("a handful of rows is proposed as it is", () => {
  const few = { time: Float64Array.of(0, 1000, 2000), columns: [{ tag: "a", unit: "", values: Float64Array.of(1, 2, 3) }] };
  expect(proposeReference(few).ranges).toEqual([{ from: 0, to: 3000 }]);
});

test("an empty log has no reference, and says so", () => {
  const { ranges, findings } = proposeReference({ time: new Float64Array(0), columns: [] });
  expect(ranges).toEqual([]);
  expect(findings.map((f) => f.code)).toEqual(["health.reference-empty"]);
});
