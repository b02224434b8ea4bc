import { expect, test } from "vitest";
import { KpiProposal } from "#shared/domain/efficiency.ts";
import { checkFormula } from "#shared/formula/check-formula.ts";
import { proposeKpis } from "../../../../main/analysis/efficiency/propose-kpis.ts";
import { tagRole } from "../../../../main/analysis/efficiency/tag-roles.ts";
import { sampleTags } from "../../../../main/sample/sample-tags.ts";

const plant = sampleTags.map(({ tag, unit }) => ({ name: tag, unit, max: tag.endsWith("speed") ? 1480 : 200 }));
const propose = (tags: Parameters<typeof proposeKpis>[1]) => proposeKpis("a", tags);

test("a pump station is offered energy per volume first, from load, weather and what the crew sets", () => {
  const [first] = propose(plant);
  expect(first!.kpi).toMatchObject({
    formula: "P101.motor_power / P101.flow",
    unit: "kWh/m3",
    better: "lower",
    validWhen: "P101.speed > 300",
    relevantVariables: ["P101.flow", "ambient_temperature", "P101.valve_position"],
    controllableTags: ["P101.valve_position"],
  });
  expect(KpiProposal.parse(first)).toEqual(first);
});

test("nothing that a fault moves is a relevant variable, and the reason is said", () => {
  const [first] = propose(plant);
  const symptoms = first!.findings.find((f) => f.code === "proposal.symptoms")!.data.tags as string;
  for (const tag of [
    "P101.DE_vibration",
    "P101.bearing_temperature",
    "P101.discharge_pressure",
    "P101.suction_pressure",
    "P101.speed",
    "P101.motor_current",
  ])
    expect(symptoms).toContain(tag);
});

test("what people watch while they turn the valve is proposed as a constraint, without the KPI's own tags", () => {
  const [{ kpi }] = propose(plant) as [KpiProposal];
  expect(kpi.constraintTags).toEqual(expect.arrayContaining(["P101.DE_vibration", "P101.bearing_temperature", "P101.suction_pressure"]));
  for (const tag of [...kpi.relevantVariables, ...kpi.controllableTags, "P101.motor_power"]) expect(kpi.constraintTags).not.toContain(tag);
});

test("every proposed formula is understood on the tags it was found on, in the unit it is offered in", () => {
  for (const { kpi } of propose(plant)) {
    const { unit, findings } = checkFormula(kpi.formula, plant);
    expect(findings.filter((f) => f.severity === "blocking")).toEqual([]);
    expect(unit).not.toBeNull();
    expect(checkFormula(kpi.validWhen!, plant).findings).toEqual([]);
  }
});

test("a power plant's table without units is offered its output, the other columns as a guess that is said", () => {
  const [only, ...more] = propose(["AT", "V", "AP", "RH", "PE"].map((name) => ({ name, unit: "", max: 100 })));
  expect(more).toEqual([]);
  expect(only!.kpi).toMatchObject({ formula: "PE", better: "higher", relevantVariables: ["AT", "V", "AP", "RH"] });
  expect(only!.findings.map((f) => f.code)).toContain("proposal.guessed");
});

test("tags that need quotes get them", () => {
  const [first] = propose([
    { name: "Motor Power", unit: "kW", max: 30 },
    { name: "Main Flow", unit: "l/min", max: 300 },
  ]);
  expect(first!.kpi.formula).toBe('"Motor Power" / "Main Flow"');
});

test("where nothing can be a KPI nothing is proposed", () => {
  expect(propose([{ name: "Temperature", unit: "degC", max: 20 }])).toEqual([]);
});

test.each([
  ["ambient_temperature", "relevant"],
  ["P101.valve_position", "setting"],
  ["P101.SpeedSetpoint", "setting"],
  ["HX1.pressure_drop", "symptom"],
  ["P101.bearing_temperature", "symptom"],
  ["motorCurrent", "symptom"],
  ["boiler_inlet_temperature", "relevant"],
  ["AI_0042", "unclear"],
])("%s is %s", (tag, role) => expect(tagRole(tag)).toBe(role));
