import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { efficiencyPotential } from "../../../../main/analysis/efficiency/efficiency-potential.ts";
import { fitEfficiency } from "../../../../main/analysis/efficiency/fit-efficiency.ts";
import { rateEfficiency } from "../../../../main/analysis/efficiency/rate-efficiency.ts";
import { baselineOf, examplePlant, reportingOf, specificEnergy, start } from "./example-plant.ts";

const days = 30;
const frame = examplePlant({ days, seed: 3, loss: 0.03, lossFrom: 20 });
// From day 20 on the plant also runs at a higher load.
const flow = frame.columns.find((c) => c.tag === "P.flow")!.values;
const power = frame.columns.find((c) => c.tag === "P.power")!.values;
for (let i = 0; i < flow.length; i++) {
  if (frame.time[i]! < start + 20 * 86_400_000) continue;
  const before = flow[i]!;
  flow[i] = Math.min(158, before + 12);
  power[i] = power[i]! + 1.03 * (0.08 * (flow[i]! - before) + 6e-6 * (flow[i]! ** 3 - before ** 3));
}
const baseline = baselineOf(0, 20);
const reporting = reportingOf(20, days);
const { fitted } = fitEfficiency({ frame, kpi: specificEnergy, baseline }, quietRun(1));
const saved = fitted!.saved;
const result = rateEfficiency({ saved, frame, reporting }, quietRun(1));
const { split } = efficiencyPotential({ saved, operation: undefined, frame, baseline, reporting, bandTag: "P.flow" }, quietRun(1));
const period = split!.groups.find((group) => group.kind === "period")!;

test("baseline, causes and rest add up to what was measured, in every stretch", () => {
  expect(split!.groups.length).toBeGreaterThan(1 + 10 + 3);
  for (const { start: from, parts, rest, measured, expected } of split!.groups) {
    const moved = parts.reduce<number>((a, b) => a + b, 0);
    expect(from + moved).toBeCloseTo(expected, 9);
    expect(from + moved + rest).toBeCloseTo(measured, 9);
  }
});

test("the rest is the loss, and the higher load is laid to the load", () => {
  expect(period.measured).toBeCloseTo(result.totals.measured, 9);
  expect((100 * period.rest) / period.expected).toBeCloseTo(result.totals.lossPercent, 6);
  const load = period.parts[split!.inputs.indexOf("P.flow")]!;
  expect(Math.abs(load)).toBeGreaterThan(0.0005);
  for (const [j, part] of period.parts.entries()) if (split!.inputs[j] !== "P.flow") expect(Math.abs(part)).toBeLessThan(Math.abs(load));
});

test("days, shifts and load bands each hold the whole throughput", () => {
  for (const kind of ["day", "shift", "load"] as const) {
    const sum = split!.groups.filter((g) => g.kind === kind).reduce((total, g) => total + g.throughput, 0);
    expect(sum / period.throughput).toBeCloseTo(1, 9);
  }
});
