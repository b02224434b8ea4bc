import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { efficiencyPotential } from "../../../../main/analysis/efficiency/efficiency-potential.ts";
import { fitEfficiency } from "../../../../main/analysis/efficiency/fit-efficiency.ts";
import { lossSplit } from "../../../../main/analysis/efficiency/loss-split.ts";
import { rateEfficiency } from "../../../../main/analysis/efficiency/rate-efficiency.ts";
import { boostedTrees } from "../../../../main/analysis/models/boosted-trees.ts";
import { targetTag } from "../../../../main/analysis/models/target.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
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

test("boosted trees on very many steps still sum, and every part is about what all steps would give", () => {
  const rows = 20_000;
  const draw = random(1);
  const load = Float64Array.from({ length: rows }, () => 100 + 20 * draw());
  const weather = Float64Array.from({ length: rows }, () => 10 * draw());
  const measured = load.map((x, i) => 0.1 * x + (weather[i]! > 5 ? 1 : 0));
  const time = Float64Array.from({ length: rows }, (_, i) => start + i * 60_000);
  const column = (tag: string, values: Float64Array) => ({ tag, unit: "", values });
  const few = (values: Float64Array) => values.subarray(0, 2000);
  const train = {
    time: few(time),
    columns: [column("load", few(load)), column("weather", few(weather)), column(targetTag, few(measured))],
  };
  const state = boostedTrees.fit([train], boostedTrees.params.parse({ rounds: 60, start: "mean" }), quietRun(1));
  const throughput = new Float64Array(rows).fill(1);
  const later = { time, throughput, measured, inputs: [load.map((x) => x + 3), weather] };
  const before = { time: few(time), throughput: few(throughput), measured: few(measured), inputs: [few(load), few(weather)] };
  const { groups } = lossSplit(
    { family: boostedTrees, state, inputs: ["load", "weather"] },
    { baseline: before, reporting: later, bandTag: "load", scale: 1 },
    quietRun(1),
  )!;
  const [whole] = groups;
  expect(whole!.parts[0]! + whole!.parts[1]!).toBeCloseTo(whole!.expected - whole!.start, 9);
  // Trees go on flat beyond what they learned: of 3 more, less than 0.3 arrives.
  expect(whole!.parts[0]).toBeGreaterThan(0.2);
  expect(whole!.parts[0]).toBeLessThan(0.3);
  expect(Math.abs(whole!.parts[1]!)).toBeLessThan(0.03);
});
