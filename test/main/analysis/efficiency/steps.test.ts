import { expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { kpiMeaning, kpiTags } from "../../../../main/analysis/efficiency/kpi-meaning.ts";
import { stepsOf } from "../../../../main/analysis/efficiency/steps.ts";
import { hour, specificEnergy } from "./example-plant.ts";

const quarter = hour / 4;
const frame = (power: number[], flow: number[], time = power.map((_, i) => i * quarter), speed = power.map(() => 1000)): Frame => ({
  time: Float64Array.from(time),
  columns: [
    { tag: "P.power", unit: "kW", values: Float64Array.from(power) },
    { tag: "P.flow", unit: "m3/h", values: Float64Array.from(flow) },
    { tag: "ambient", unit: "degC", values: Float64Array.from(flow, () => 20) },
    { tag: "P.speed", unit: "rpm", values: Float64Array.from(speed) },
  ],
});
const meaningOf = (kpi: KpiDefinition, of: Frame) => {
  const { meaning } = kpiMeaning(kpi, of.columns);
  if (!meaning) throw new Error("no meaning");
  return meaning;
};
const steps = (of: Frame, kpi = specificEnergy, to = 10 * hour) =>
  stepsOf(of, meaningOf(kpi, of), kpi.relevantVariables, [{ from: 0, to }], kpi.resolutionMs);
const nan = Number.NaN;

test("a ratio is the sum of energy over the sum of volume, not the mean of ratios", () => {
  const { measured, throughput, inputs } = steps(frame([10, 10, 10, 30], [100, 100, 100, 20]), specificEnergy, hour);
  expect(measured[0]).toBeCloseTo(60 / 320, 12);
  expect(throughput[0]).toBeCloseTo(80, 12);
  expect(inputs[0]![0]).toBeCloseTo(80, 12);
});

test("a row with a missing sample counts neither above nor below the line", () => {
  const { measured, throughput, hours } = steps(frame([10, nan, 10, 10], [100, 100, 50, 100]), specificEnergy, hour);
  expect(measured[0]).toBeCloseTo(30 / 250, 12);
  expect(throughput[0]).toBeCloseTo(62.5, 12);
  expect(hours[0]).toBe(0.75);
});

test("a step known for less than half of its time has no KPI", () => {
  const { measured, stood } = steps(
    frame([10, nan, nan, nan, 10, 10, nan, nan], [100, 100, 100, 100, 1, 1, 1, 1]),
    specificEnergy,
    2 * hour,
  );
  expect(measured[0]).toBeNaN();
  expect(stood[0]).toBe(0);
  expect(measured[1]).toBe(10);
});

test("a plant that stands is not a gap", () => {
  const { measured, stood } = steps(frame([0, 0, 0, 0], [0, 0, 0, 0], undefined, [0, 0, 0, 0]), specificEnergy, hour);
  expect(measured[0]).toBeNaN();
  expect(stood[0]).toBe(1);
});

test("rows are weighed by how long they stand, a row before a gap by twice the usual time at most", () => {
  const uneven = frame([10, 20, 20, 20, 20], [1, 1, 1, 1, 1], [0, 2 * quarter, 3 * quarter, 4 * quarter, 20 * quarter]);
  const { measured, hours } = steps(uneven, specificEnergy, hour);
  expect(measured[0]).toBeCloseTo((10 * 2 + 20 * 2) / 4, 12);
  expect(hours[0]).toBe(1);
});

test("rows outside of the ranges do not count towards a step that begins or ends there", () => {
  const of = frame([1, 2, 3, 4], [1, 1, 1, 1]);
  expect(stepsOf(of, meaningOf(specificEnergy, of), [], [{ from: 2 * quarter, to: hour }], hour).measured[0]).toBe(3.5);
});

test("where the log is coarser than the steps, every row is a step", () => {
  const { time, measured, stepMs } = steps(frame([1, 2, 3], [1, 1, 1], [0, 5 * hour, 10 * hour]), specificEnergy, 11 * hour);
  expect([...time]).toEqual([0, 5 * hour, 10 * hour]);
  expect([...measured]).toEqual([1, 2, 3]);
  expect(stepMs).toBe(5 * hour);
});

test("a KPI that is no ratio is weighed by its throughput, or by time", () => {
  const kpi = { ...specificEnergy, formula: "P.power", unit: "kW", throughput: null };
  expect(steps(frame([10, 20, 10, 20], [1, 3, 1, 3]), kpi, hour).measured[0]).toBe(15);
  expect(steps(frame([10, 20, 10, 20], [1, 3, 1, 3]), { ...kpi, throughput: "P.flow" }, hour).measured[0]).toBe(17.5);
});

test("the KPI is shown in its own unit, and a loss adds up in the unit of its amount", () => {
  const of = frame([10, 10, 10, 10], [100, 100, 100, 100]);
  expect(steps(of, { ...specificEnergy, unit: "Wh/m3" }, hour).measured[0]).toBeCloseTo(100, 9);
  expect(meaningOf(specificEnergy, of)).toMatchObject({ throughputUnit: "m3", excessUnit: "kWh", excessScale: 1 });
  const perTonne = meaningOf({ ...specificEnergy, unit: "MJ/m3" }, of);
  expect(perTonne).toMatchObject({ excessUnit: "MJ" });
  expect(meaningOf({ ...specificEnergy, formula: "P.power", unit: "MW" }, of)).toMatchObject({ throughputUnit: "h", excessUnit: "MWh" });
});

test("a KPI in a unit of another kind is refused, one without units is taken as it stands", () => {
  const of = frame([1], [1]);
  const { meaning, findings } = kpiMeaning({ ...specificEnergy, unit: "degC" }, of.columns);
  expect(meaning).toBeUndefined();
  expect(findings[0]).toMatchObject({ code: "efficiency.unit-differs", severity: "blocking" });
  const bare = of.columns.map((c) => ({ ...c, unit: "" }));
  expect(kpiMeaning(specificEnergy, bare).findings.map((f) => f.code)).toContain("efficiency.unit-taken");
  expect(kpiMeaning(specificEnergy, bare).meaning).toBeDefined();
});

test("a relevant variable that the KPI counts is a warning, one that is missing blocks", () => {
  const of = frame([1], [1]);
  const codes = (relevantVariables: string[]) =>
    kpiMeaning({ ...specificEnergy, relevantVariables }, of.columns).findings.map((f) => [f.code, f.severity]);
  expect(codes(["P.power"])).toEqual([["efficiency.input-in-numerator", "warning"]]);
  expect(codes(["P.flow"])).toEqual([]);
  expect(codes(["P.none"])).toEqual([["efficiency.tag-missing", "blocking"]]);
  expect(codes([])).toEqual([["efficiency.no-inputs", "blocking"]]);
});

test("the tags of a KPI are those of its formulas and its relevant variables, each once", () => {
  expect(kpiTags(specificEnergy)).toEqual(["P.power", "P.flow", "P.speed", "ambient"]);
  expect(kpiTags({ ...specificEnergy, formula: "P.power /" })).toEqual(["P.speed", "P.flow", "ambient"]);
});
