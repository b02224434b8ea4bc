import { expect, test } from "vitest";
import type { DrillTrace } from "../../../../main/analysis/health/drill.ts";
import { drillExamples } from "../../../../main/analysis/health/drill-examples.ts";

const minute = 60_000;
const frame = {
  time: Float64Array.of(0, minute, 2 * minute, 3 * minute),
  columns: [
    { tag: "pressure", unit: "bar", values: Float64Array.of(4, 4, 4, 4) },
    { tag: "bearing", unit: "°C", values: Float64Array.of(50, 50, 50, 50) },
    { tag: "flow", unit: "m³/h", values: Float64Array.of(100, 100, 100, 100) },
  ],
};
const rows = Int32Array.of(0, 1, 2, 3);

/** A drift over four hours; `alert` is the minute it is caught at, NaN where it is not. */
function drift(tag: string, size: number, sigma: number, alert: number): DrillTrace {
  const sinceMs = Float64Array.from({ length: 240 }, (_, i) => i * minute);
  return {
    drill: { fault: "drift", tag, companion: tag, size, block: 0, from: 0, to: 240, donor: 0, seed: 1 },
    sigma,
    sinceMs,
    held: sinceMs.map((t) => (t >= alert * minute ? 0.9 : 0.1)),
    heldBefore: new Float64Array(240).fill(-1),
  };
}

test("the smallest drift of a tag that was always caught is told in its unit, with window and median delay", () => {
  const traces = [
    drift("pressure", 1, 0.04, Number.NaN),
    drift("pressure", -1, 0.04, 200),
    drift("pressure", 2, 0.04, 140),
    drift("pressure", -2, 0.04, 100),
    drift("flow", 4, 5, Number.NaN),
    drift("bearing", 1, 1.5, 30),
  ];
  expect(drillExamples(traces, 0.5, frame, rows).map(({ message }) => message)).toEqual([
    "A drift of bearing by 1.5 K within 4 h would have been caught after 30 min.",
    "A drift of pressure by 0.08 bar (2 %) within 4 h would have been caught after 2 h.",
  ]);
});
