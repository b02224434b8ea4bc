import { expect, test } from "vitest";
import { derivedSignals, understandDerived } from "#shared/formula/derived-signal.ts";
import { evaluate } from "#shared/formula/evaluate.ts";

const measured = [
  { name: "P1.flow", unit: "m3/h" },
  { name: "P1.suction", unit: "bar" },
  { name: "P1.discharge", unit: "kPa" },
  { name: "P1.oil", unit: "degC" },
];
const head = { name: "P1.head", formula: "P1.discharge - P1.suction", unit: "bar" };
const frame = {
  time: Float64Array.of(0, 60_000),
  columns: [
    { tag: "P1.flow", unit: "m3/h", values: Float64Array.of(360, Number.NaN) },
    { tag: "P1.suction", unit: "bar", values: Float64Array.of(1, 1) },
    { tag: "P1.discharge", unit: "kPa", values: Float64Array.of(500, 600) },
  ],
};

test("hydraulic power from m³/h, bar and kPa comes in kW, through a derived tag on the way", () => {
  const { signal, findings } = understandDerived({ name: "P1.power", formula: "P1.flow * P1.head", unit: "kW" }, measured, [head]);
  expect(findings).toEqual([]);
  expect(signal?.reads.toSorted()).toEqual(["P1.discharge", "P1.flow", "P1.suction"]);
  // 0.1 m³/s · 4 bar = 40 kW
  const values = evaluate(signal!.calculation, frame);
  expect(values[0]).toBeCloseTo(40, 9);
  expect(values[1]).toBeNaN();
});

test("without a unit of its own a derived tag is in that of its formula", () => {
  expect(understandDerived({ ...head, unit: "" }, measured, []).signal?.unit).toBe("kPa");
});

test("a temperature's rate of change is a difference of temperature per hour and looks two spans back", () => {
  const { signal } = understandDerived({ name: "rise", formula: "rate(P1.oil, 10 [min])", unit: "" }, measured, []);
  expect(signal).toMatchObject({ unit: "K/h", lookBackMs: 1_200_000 });
});

test.each([
  ["a flow shown in bar", { name: "x", formula: "P1.flow", unit: "bar" }, "formula.unit-not-this"],
  ["a formula that reads no tag", { name: "x", formula: "1 + 2", unit: "" }, "formula.no-tag"],
  ["a sum of flow and pressure", { name: "x", formula: "P1.flow + P1.suction", unit: "" }, "formula.units-differ"],
  ["a span without a unit", { name: "x", formula: "mean(P1.flow, 10)", unit: "" }, "formula.window-span"],
  ["a tag computed from itself", { name: "x", formula: "x * 2", unit: "" }, "formula.circle"],
  ["a circle over another tag", { name: "P1.suction2", formula: "y", unit: "" }, "formula.circle"],
])("%s is refused with its reason", (_, tag, code) => {
  const { signal, findings } = understandDerived(tag, measured, [head, { name: "y", formula: "P1.suction2 + P1.suction", unit: "" }]);
  expect(signal).toBeNull();
  expect(findings.map((finding) => finding.code)).toContain(code);
});

test("a tag of the logs stands before a derived one of its name", () => {
  expect(derivedSignals(measured, [head, { ...head, name: "P1.flow" }]).map((signal) => signal.tag)).toEqual(["P1.head"]);
});
