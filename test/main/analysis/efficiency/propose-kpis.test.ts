import { describe, expect, test } from "vitest";
import { KpiProposal } from "#shared/domain/efficiency.ts";
import { checkFormula } from "#shared/formula/check-formula.ts";
import { kpiMeaning } from "../../../../main/analysis/efficiency/kpi-meaning.ts";
import { fillTemplate, proposeKpis, templateForms } from "../../../../main/analysis/efficiency/propose-kpis.ts";
import { stepsOf } from "../../../../main/analysis/efficiency/steps.ts";
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

const units = (tags: Record<string, string>) => Object.entries(tags).map(([name, unit]) => ({ name, unit, max: 100 }));

test.each([
  ["specific energy by mass", { motor_power: "kW", mill_throughput: "t/h" }, "specific-energy", "motor_power / mill_throughput", "kWh/t"],
  ["coefficient of performance", { electric_power: "kW", cooling_output: "kW" }, "cop", "cooling_output / electric_power", ""],
  ["heat rate", { fuel_input: "MW", generator_output: "MW" }, "heat-rate", "fuel_input / generator_output", "kJ/kWh"],
  [
    "boiler efficiency",
    { steam_flow: "t/h", gas_flow: "Nm3/h", feedwater_temperature: "degC" },
    "boiler-efficiency",
    "steam_flow * (2780 [kJ/kg] - 4.19 [kJ/(kg*K)] * (feedwater_temperature - 0 [degC])) / (gas_flow * 10 [kWh/Nm3])",
    "%",
  ],
  [
    "boiler efficiency by fuel power",
    { steam_flow: "kg/s", fuel_power: "MW" },
    "boiler-efficiency",
    "steam_flow * 2340 [kJ/kg] / fuel_power",
    "%",
  ],
  [
    "compressor efficiency",
    { air_flow: "Nm3/min", active_power: "kW", outlet_pressure: "bar" },
    "compressor-efficiency",
    "1.01325 [bar] * air_flow / 1 [Nm3/h] * 1.073 [m3/h] * ln((outlet_pressure + 1.01325 [bar]) / 1.01325 [bar]) / active_power",
    "%",
  ],
  ["yield", { product_flow: "t/h", raw_feed: "kg/h" }, "yield", "product_flow / raw_feed", "%"],
  ["scrap rate", { scrap_count: "pcs/h", total_count: "pcs/h" }, "scrap-rate", "scrap_count / total_count", "%"],
  ["OEE from its parts", { availability: "%", performance: "%", quality: "%" }, "oee", "availability * performance * quality", "%"],
  ["OEE from good pieces", { good_parts: "pcs/min", rated_speed: "pcs/h" }, "oee-by-rate", "good_parts / rated_speed", "%"],
])("%s is found on its tags, in a unit it can be shown in", (_, tags, id, formula, unit) => {
  const { kpi } = propose(units(tags)).find((proposal) => proposal.kpi.id === `a:${id}`)!;
  expect(kpi).toMatchObject({ formula, unit });
  const columns = units(tags).map(({ name, unit: of }) => ({ tag: name, unit: of }));
  expect(kpiMeaning(kpi, columns).findings.filter((f) => f.severity === "blocking")).toEqual([]);
});

test.each([
  // 10 t/h of steam from water of 105 °C hold 6.5 MW; 722 Nm3/h of gas 7.22 MW.
  ["boiler-efficiency", { steam_flow: "t/h", gas_flow: "Nm3/h" }, [10, 722.2], 90],
  // 10 Nm3/min to 7 bar above the atmosphere take 37.6 kW at constant 20 °C: 60 kW are 62.7 %.
  ["compressor-efficiency", { air_flow: "Nm3/min", active_power: "kW", outlet_pressure: "barg" }, [10, 60, 7], 62.6],
])("the numbers of %s are those of a hand calculation", (id, tags, row, percent) => {
  const { kpi } = propose(units(tags)).find((proposal) => proposal.kpi.id === `a:${id}`)!;
  const columns = units(tags).map(({ name, unit }, j) => ({ tag: name, unit, values: new Float64Array(24).fill(row[j]!) }));
  const frame = { time: Float64Array.from({ length: 24 }, (_, i) => i * 300_000), columns };
  const { meaning } = kpiMeaning({ ...kpi, validWhen: null }, columns);
  const { measured } = stepsOf(frame, meaning!, [], [{ from: 0, to: 7_200_000 }], 3_600_000);
  expect(Math.abs(measured[0]! - percent)).toBeLessThan(0.4);
});

test("a total of a day is asked for by its unit: power shown in kWh/d is added up over the day", () => {
  const columns = [{ tag: "power", unit: "kW", values: Float64Array.from({ length: 48 }, (_, i) => (i % 2 === 0 ? 10 : 30)) }];
  const frame = { time: Float64Array.from({ length: 48 }, (_, i) => i * 3_600_000), columns };
  const [{ kpi }] = propose(units({ power: "kW" })) as [KpiProposal];
  const { meaning } = kpiMeaning({ ...kpi, formula: "power", unit: "kWh/d", relevantVariables: ["power"], validWhen: null }, columns);
  const day = 86_400_000;
  expect([...stepsOf(frame, meaning!, [], [{ from: 0, to: 2 * day }], day).measured]).toEqual([480, 480]);
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

describe("a template filled by hand", () => {
  const tags = [
    { name: "AI_0042", unit: "kW", max: 30 },
    { name: "AI_0043", unit: "l/min", max: 300 },
    { name: "AI_0044", unit: "degC", max: 80 },
  ];

  test("takes tags that nothing was recognised by, where their units fit", () => {
    expect(propose(tags)).toEqual([]);
    const form = templateForms(tags).find(({ id }) => id === "specific-energy")!;
    expect(Object.fromEntries(form.slots.map((slot) => [slot.name, slot.tags]))).toMatchObject({ power: ["AI_0042"], flow: ["AI_0043"] });
    const made = fillTemplate("a", "specific-energy", { power: "AI_0042", flow: "AI_0043" }, tags);
    expect(made!.kpi).toMatchObject({ formula: "AI_0042 / AI_0043", unit: "kWh/m3", better: "lower" });
  });

  test("is none while a place is empty, a unit does not fit, or a tag stands twice", () => {
    expect(fillTemplate("a", "specific-energy", { power: "AI_0042" }, tags)).toBeNull();
    expect(fillTemplate("a", "specific-energy", { power: "AI_0042", flow: "AI_0044" }, tags)).toBeNull();
    expect(fillTemplate("a", "scrap-rate", { scrap: "AI_0043", total: "AI_0043" }, tags)).toBeNull();
    expect(fillTemplate("a", "perpetual-motion", {}, tags)).toBeNull();
  });
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
