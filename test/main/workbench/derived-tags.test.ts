import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ProblemError } from "#shared/domain/problem.ts";
import { createWorkbench } from "../../../main/workbench/create.ts";
import type { Workbench } from "../../../main/workbench/workbench.ts";

const folder = mkdtempSync(join(tmpdir(), "derived-"));
const start = Date.UTC(2024, 0, 1);
const minutes = 3_000;
let bench: Workbench;
let assetId = "";

function writeLog(name: string, from: number): string {
  let state = 7;
  const noise = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32 - 0.5;
  };
  const lines = ["time,P1.flow [m3/h],P1.suction [bar],P1.discharge [bar],P1.power [kW]"];
  for (let k = from; k < from + minutes; k++) {
    const flow = 100 + 10 * Math.sin(k / 200) + noise();
    const cells = [flow, 1 + 0.1 * noise(), 5 + 0.1 * noise(), 15 + 0.1 * flow + 0.2 * noise()].map((v) => v.toFixed(3));
    if (k === 10) cells[1] = "";
    lines.push(`${new Date(start + k * 60_000).toISOString()},${cells.join(",")}`);
  }
  const file = join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

async function done({ jobId }: { jobId: string }): Promise<Record<string, string>> {
  const { status } = await bench.jobEnded(jobId);
  if (status.state !== "done") throw new Error(JSON.stringify(status));
  return status.result as Record<string, string>;
}

const codeOf = (work: Promise<unknown> | unknown): Promise<string> =>
  Promise.resolve(work).then(
    () => "",
    (error: ProblemError) => error.problem.code,
  );
const imported = async (file: string): Promise<Record<string, string>> => {
  const { plan } = await bench.handlers.importing.preview({ files: [file] });
  return done(await bench.handlers.importing.start({ files: [file], plan: plan as never, asset: { name: "P-1" } }));
};
const save = async (wish: { name: string; formula: string; unit?: string; replaces?: string | null }) =>
  bench.handlers.derived.save({ assetId, unit: "", note: "", replaces: null, ...wish });
const tag = async (name: string) => (await bench.handlers.project.tags({ assetId })).find((each) => each.name === name);

beforeAll(async () => {
  const workerEntry = join(import.meta.dirname, "../../../main/worker.ts");
  bench = createWorkbench({ userData: join(folder, "user"), workerEntry, host: "cli", version: "0.0.0", electron: null });
  await bench.handlers.project.create({ folder: join(folder, "project"), name: "Pump house" });
  assetId = (await imported(writeLog("one.csv", 0))).assetId!;
}, 60_000);
afterAll(() => bench.close());

test("a derived tag stands among the tags with its unit and figures, grows with an import, and is never stored as samples", async () => {
  await save({ name: "P1.hydraulic_power", formula: "P1.flow * (P1.discharge - P1.suction)", unit: "kW" });
  // 100 m³/h · 4 bar = 11.1 kW; one suction pressure is missing
  expect(await tag("P1.hydraulic_power")).toMatchObject({ unit: "kW", valid: minutes - 1, formula: expect.stringContaining("P1.flow") });
  expect((await tag("P1.hydraulic_power"))!.mean).toBeCloseTo(11.1, 0);
  const { importId } = await imported(writeLog("two.csv", minutes));
  expect((await tag("P1.hydraulic_power"))!.valid).toBe(2 * minutes - 1);
  const { report } = (await bench.handlers.importing.list({})).find((record) => record.id === importId)!;
  expect(report.columns.map((column) => column.tag)).not.toContain("P1.hydraulic_power");
  const { series } = await bench.handlers.explore.envelope({
    assetId,
    tags: ["P1.hydraulic_power"],
    range: { from: start, to: start + 600_000 },
    pixels: 100,
  });
  expect(series[0]).toMatchObject({ tag: "P1.hydraulic_power", unit: "kW" });
  expect(series[0]!.time.length).toBeGreaterThan(5);
});

test("a wrong definition is refused with its reason before anything is kept", async () => {
  expect(await codeOf(save({ name: "P1.flow", formula: "P1.power" }))).toBe("derived.name-taken");
  expect(await codeOf(save({ name: "x", formula: "P1.flow", unit: "bar" }))).toBe("formula.unit-not-this");
  expect(await codeOf(save({ name: "x", formula: "P1.flow +" }))).toBe("formula.ends-early");
  expect(await codeOf(save({ name: 'a"b', formula: "P1.flow" }))).toBe("derived.name-wrong");
  expect((await bench.handlers.derived.list({ assetId })).map((each) => each.name)).toEqual(["P1.hydraulic_power"]);
});

test("a model reads a derived tag, keeps its definition when that is changed, and stands in the way of its removal until forced", async () => {
  const range = { from: start, to: start + 1_500 * 60_000 };
  const { jobId } = await bench.handlers.health.train({
    assetId,
    tags: ["P1.flow", "P1.power", "P1.hydraulic_power"],
    reference: [range],
    families: [{ id: "pca", params: {} }],
    budget: { alertsPerWeek: 1 },
    seed: 1,
  } as never);
  const { modelIds } = (await done({ jobId })) as unknown as { modelIds: string[] };
  const model = () => bench.handlers.health.models({ assetId });
  const [trained] = await model();
  expect(trained!.tags).toContain("P1.hydraulic_power");
  expect(trained!.derived).toEqual([expect.objectContaining({ name: "P1.hydraulic_power", unit: "kW" })]);
  const scores = async () =>
    (await bench.handlers.health.scores({ modelId: modelIds[0]!, range, pixels: 500 })).series.find(({ tag: name }) => name === "score")!
      .max;
  const before = await scores();
  await save({ name: "P1.hydraulic_power", formula: "P1.flow * P1.discharge * 50", unit: "kW", replaces: "P1.hydraulic_power" });
  expect((await tag("P1.hydraulic_power"))!.mean).toBeGreaterThan(100);
  await done(await bench.handlers.health.score({ modelId: modelIds[0]! }));
  expect(await scores()).toEqual(before);
  expect(await codeOf(bench.handlers.derived.remove({ assetId, name: "P1.hydraulic_power", force: false }))).toBe("derived.in-use");
  await bench.handlers.derived.remove({ assetId, name: "P1.hydraulic_power", force: true });
  expect(await tag("P1.hydraulic_power")).toBeUndefined();
  const { entries } = await bench.handlers.project.audit({ limit: 20 });
  expect(entries.map((entry) => entry.action)).toEqual(expect.arrayContaining(["derived.defined", "derived.changed", "derived.removed"]));
}, 60_000);

test("a KPI is checked and computed on a derived tag, and what others are computed from cannot be removed", async () => {
  await save({ name: "P1.head", formula: "P1.discharge - P1.suction" });
  await save({ name: "P1.hydraulic", formula: "P1.flow * P1.head", unit: "kW" });
  expect(await bench.handlers.efficiency.checkFormula({ assetId, formula: "P1.hydraulic / P1.power" })).toMatchObject({
    usedTags: ["P1.hydraulic", "P1.power"],
    findings: [],
  });
  expect(await bench.handlers.derived.uses({ assetId, name: "P1.head" })).toMatchObject({ derived: ["P1.hydraulic"] });
  expect(await codeOf(bench.handlers.derived.remove({ assetId, name: "P1.head", force: true }))).toBe("derived.locked");
});
