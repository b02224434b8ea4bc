import { describe, expect, test } from "vitest";
import { understandDerived } from "#shared/formula/derived-signal.ts";
import { derivedTemplates, filledTemplate, likelyTags } from "#shared/formula/derived-templates.ts";
import { isSentence } from "#shared/language/index.ts";

const tags = [
  { name: "P1.motor_power", unit: "kW" },
  { name: "P1.flow", unit: "m3/h" },
  { name: "P1.suction_pressure", unit: "bar" },
  { name: "P1.discharge_pressure", unit: "kPa" },
  { name: "P1.ambient temperature", unit: "degC" },
  { name: "P1.bearing temperature", unit: "degC" },
];

const units = {
  "hydraulic-power": "kW",
  "differential-pressure": "kPa",
  "temperature-difference": "K",
  "heat-flow": "kW",
  "specific-power": "kWh/m3",
  "rate-of-change": "kW/h",
  "moving-mean": "kW",
  "moving-std": "kW",
  earlier: "kW",
  deviation: "kW",
  ratio: "kWh/m3",
} as const;

describe.each(derivedTemplates)("the template $id", (template) => {
  test("makes a formula of the likeliest tags that passes the check of units", () => {
    const filled = filledTemplate(template, likelyTags(template, tags), template.span ?? "")!;
    const { signal, findings } = understandDerived(filled, tags, []);
    expect(findings).toEqual([]);
    expect(signal?.unit).toBe(units[template.id]);
    expect(filled.name).toMatch(/^P1\./);
  });

  test("and its places are worded", () => {
    for (const key of [`derived.template.${template.id}`, `derived.template.${template.id}.help`]) expect(isSentence(key)).toBe(true);
    for (const slot of template.slots) expect(isSentence(`derived.slot.${slot.id}`)).toBe(true);
  });
});

test("pressures are told apart by their names", () => {
  const pressure = derivedTemplates.find(({ id }) => id === "differential-pressure")!;
  expect(likelyTags(pressure, tags)).toEqual({ outlet: "P1.discharge_pressure", inlet: "P1.suction_pressure" });
});

test("tags of one machine are kept together, and the main stream comes before what flows beside it", () => {
  const power = derivedTemplates.find(({ id }) => id === "hydraulic-power")!;
  const plant = [
    { name: "HX1.coolant_flow", unit: "m3/h" },
    { name: "HX1.pressure_drop", unit: "bar" },
    { name: "P1.demand", unit: "m3/h" },
    { name: "P1.a_seal_flow", unit: "l/h" },
    ...tags,
  ];
  expect(likelyTags(power, plant)).toEqual({ flow: "P1.flow", outlet: "P1.discharge_pressure", inlet: "P1.suction_pressure" });
});

test("where no tag fits a place the template is not filled", () => {
  const heat = derivedTemplates.find(({ id }) => id === "heat-flow")!;
  expect(filledTemplate(heat, likelyTags(heat, tags.slice(0, 2)), "")).toBeUndefined();
});
