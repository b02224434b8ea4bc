import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { MeasureDetail, MeasurePlan, Verification } from "#shared/domain/measure.ts";
import type { ReportingPlan } from "#shared/domain/proof.ts";
import { readModelState, writeModelState } from "../../../main/store/model-state.ts";
import { createWorkbench } from "../../../main/workbench/create.ts";
import type { Workbench } from "../../../main/workbench/workbench.ts";

const day = 86_400_000;
const start = Date.UTC(2024, 0, 1);
const work = 140;
const days = 220;

const folder = mkdtempSync(join(tmpdir(), "proof-"));
let bench: Workbench;
let assetId = "";

/** A meter read hourly that stands for two hours every tenth day; from day 140 on it takes 5 % less. */
function writeLog(file: string): void {
  let state = 7;
  const noise = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const lines = ["time,motor_power [kW],flow [m3/h],ambient_temperature [degC]"];
  let slow = 0;
  for (let hour = 0; hour < days * 24; hour++) {
    const at = hour / 24;
    slow = 0.98 * slow + 0.1 * noise();
    const flow = 100 + 15 * Math.sin(2 * Math.PI * at) + 10 * noise();
    const ambient = 10 + 8 * Math.sin((2 * Math.PI * at) / 60) + noise();
    const power = (12 + 0.2 * flow + 0.1 * Math.max(0, ambient - 12) + slow + 0.5 * noise()) * (at >= work ? 0.95 : 1);
    const stands = hour % 240 < 2;
    const cells = [stands ? 0 : power, stands ? 0 : flow, ambient].map((v) => v.toFixed(3));
    lines.push(`${new Date(start + hour * 3_600_000).toISOString()},${cells.join(",")}`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
}

async function done({ jobId }: { jobId: string }): Promise<Record<string, string>> {
  const { status } = await bench.jobEnded(jobId);
  if (status.state !== "done") throw new Error(JSON.stringify(status));
  return status.result as Record<string, string>;
}

beforeAll(async () => {
  const workerEntry = join(import.meta.dirname, "../../../main/worker.ts");
  bench = createWorkbench({ userData: join(folder, "user"), workerEntry, host: "cli", version: "0.0.0", electron: null });
  const log = join(folder, "pump.csv");
  writeLog(log);
  const { project, importing } = bench.handlers;
  await project.create({ folder: join(folder, "project"), name: "Pump house" });
  const { plan } = await importing.preview({ files: [log] });
  assetId = (await done(await importing.start({ files: [log], plan: plan as never, asset: { name: "P-1" } }))).assetId!;
}, 60_000);
afterAll(() => bench.close());

const reporting = {
  period: { ranges: [{ from: start + (work + 1) * day, to: start + days * day }] },
  exclusions: [],
  adjustments: [],
} as unknown as ReportingPlan;

test("a planted saving of 5 % is locked, weighed, proven, checked and kept", async () => {
  const { proof, project } = bench.handlers;
  const proposed = (await proof.propose({ assetId }))!;
  expect(proposed).toMatchObject({
    meter: { tag: "motor_power", kind: "power" },
    drivers: [
      { tag: "flow", by: "mean" },
      { tag: "ambient_temperature", by: "mean" },
    ],
    changeDriver: "ambient_temperature",
    validWhen: "flow > 10",
    intervalMs: day / 24,
  });
  const plan = {
    ...proposed,
    name: "New impeller",
    baseline: { ranges: [{ from: start, to: start + work * day }] } as BaselinePeriod,
  } as MeasurePlan;
  const { draftId } = await done(await proof.weigh(plan));
  const weighed = await proof.weighed({ draftId: draftId! });
  expect(weighed.unit).toBe("kWh");
  const smallest = weighed.eligibility.lengths.find(({ weeks }) => weeks === 12)!.provablePercent;
  expect(smallest).toBeLessThan(5);

  const measure = await proof.lock({ draftId: draftId!, lockedBy: "A. Meier" });
  expect(measure.smallestPercent).toBeCloseTo(smallest, 10);
  expect(measure.sha256).toMatch(/^[0-9a-f]{64}$/);
  await expect(async () => proof.weighed({ draftId: draftId! })).rejects.toMatchObject({ problem: { code: "proof.draft-gone" } });

  const { resultId } = await done(await proof.verify({ measureId: measure.id, plan: reporting, runs: 10, seed: 1 }));
  const kept = (await proof.verification({ measureId: measure.id, resultId: resultId! })) as Verification;
  const { saving, weekly, coverage } = kept;
  expect(saving.verdict).toBe("proven");
  expect(saving.percentInterval.low).toBeLessThan(5);
  expect(saving.percentInterval.high).toBeGreaterThan(5);
  expect(weekly.time.length).toBe(12);
  expect(weekly.avoided.reduce((a, b) => a + b)).toBeCloseTo(saving.avoided, 6);
  expect(coverage!.runs).toBeGreaterThan(0);

  const [line] = await proof.measures({ assetId, removed: false });
  expect(line!.check!.findings).toEqual([]);
  expect(line!.results[0]).toMatchObject({ id: resultId, verdict: "proven", percent: saving.percent });
  const actions = (await project.audit({ limit: 10 })).entries.map(({ action }) => action);
  expect(actions).toEqual(expect.arrayContaining(["measure.locked", "measure.verified"]));
});

test("a saving is told in money and CO2 by what was typed, and nothing before", async () => {
  const { proof, project } = bench.handlers;
  const [line] = await proof.measures({ assetId, removed: false });
  expect(await proof.valueInput({ measureId: line!.id })).toBeNull();
  const input = {
    throughputPerYear: null,
    pricePerUnit: 0.2,
    currency: "EUR",
    hoursPerYear: 8000,
    co2: { carrier: "electricity", kgPerUnit: 0.4, source: "supplier 2024" },
  };
  await proof.value({ measureId: line!.id, input });
  expect(await proof.valueInput({ measureId: line!.id })).toEqual(input);
  expect((await project.audit({ limit: 3 })).entries.map(({ action }) => action)).toContain("value.typed");
});

test("the report says what was locked, what was saved and how sure that is", async () => {
  const { report } = bench.handlers;
  const request = { title: "Savings", author: "", plant: "", range: null, healthModelIds: [], efficiencyModelIds: [] };
  for (const [language, told] of [
    ["en", ["Savings, measured and verified", "New impeller", "Proven", "ASHRAE Guideline 14", "A. Meier", "supplier 2024"]],
    ["zh", ["节能量的测量与验证", "New impeller", "已证实", "ASHRAE 指南 14", "A. Meier"]],
  ] as const) {
    const { reportId } = await done(await report.compose({ ...request, assetId, language }));
    const { html } = await report.html({ reportId: reportId! });
    for (const words of told) expect(html).toContain(words);
  }
});

test("a measure that was taken out can be put back", async () => {
  const { proof } = bench.handlers;
  const [line] = await proof.measures({ assetId, removed: false });
  await proof.remove({ measureId: line!.id });
  expect(await proof.measures({ assetId, removed: false })).toEqual([]);
  await proof.restore({ measureId: line!.id });
  expect((await proof.measures({ assetId, removed: false }))[0]!.id).toBe(line!.id);
});

test("a locked baseline that was changed outside the program is told, and nothing is reported on it", async () => {
  const { proof } = bench.handlers;
  const [line] = await proof.measures({ assetId, removed: false });
  const file = join(folder, "project", "models", `${line!.id}.measure`);
  const before = readFileSync(file);
  const kept = readModelState(file) as { locked: { baseline: { coefficients: number[] } } };
  kept.locked.baseline.coefficients[0]! += 50;
  writeModelState(file, kept);
  await done(await proof.check({ measureId: line!.id }));
  const [checked] = await proof.measures({ assetId, removed: false });
  expect(checked!.check!.findings.map(({ code }) => code)).toContain("proof.lock-broken");
  const { jobId } = await proof.verify({ measureId: line!.id, plan: reporting, runs: 0, seed: 1 });
  expect((await bench.jobEnded(jobId)).status).toMatchObject({ state: "failed", problem: { code: "proof.lock-broken" } });
  writeFileSync(file, before);
  await done(await proof.check({ measureId: line!.id }));
  expect((await proof.measures({ assetId, removed: false }))[0]!.check!.findings).toEqual([]);
});

test("data that are no longer there are said, and the locked baseline keeps its own readings", async () => {
  const { proof, importing } = bench.handlers;
  const [line] = await proof.measures({ assetId, removed: false });
  const [record] = await importing.list({});
  await importing.remove({ importId: record!.id, force: true });
  const codes = async () => (await proof.measures({ assetId, removed: false }))[0]!.check!.findings.map(({ code }) => code);
  expect(await codes(), "told before anybody looks into it").toEqual(["proof.data-gone"]);
  await done(await proof.check({ measureId: line!.id }));
  expect(await codes()).toEqual(["proof.data-gone"]);
  const { curves } = (await proof.detail({ measureId: line!.id })) as MeasureDetail;
  expect(curves.time.length).toBe(work * 24 - (2 * work) / 10);
});
