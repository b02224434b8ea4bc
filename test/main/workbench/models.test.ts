import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { random } from "../../../main/analysis/signal/random.ts";
import { createWorkbench } from "../../../main/workbench/create.ts";
import type { Workbench } from "../../../main/workbench/workbench.ts";

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);
const folder = mkdtempSync(join(tmpdir(), "models-"));
let bench: Workbench;

/** The workbench as the window has it: what follows an import by itself does. */
const open = (): Workbench =>
  createWorkbench({
    userData: join(folder, "user"),
    workerEntry: join(import.meta.dirname, "../../../main/worker.ts"),
    host: "node",
    version: "0.0.0",
    electron: null,
  });

/** Two weeks of a pump, hot on the twelfth day; the sister plant writes other names and units. */
function writeLog(path: string, { sister = false, firstDay = 0 }: { sister?: boolean; firstDay?: number } = {}): void {
  const chance = random(5 + firstDay);
  const lines = [
    sister ? "time,P102.Flow [l/s],P102.power [W],P102.temp [degF]" : "time,P101.flow [m3/h],P101.power [kW],P101.temp [degC]",
  ];
  for (let time = start + firstDay * day; time < start + (firstDay + 14) * day; time += 1_200_000) {
    const at = (time - start) / day;
    const flow = 100 + 20 * Math.sin(at * 2 * Math.PI) + 4 * (chance() - 0.5);
    const power = 10 + 0.2 * flow + 0.2 * (chance() - 0.5);
    const temp = 40 + 0.1 * flow + 0.5 * (chance() - 0.5) + (at % 14 >= 11 && at % 14 < 12 ? 9 : 0);
    const cells = sister ? [flow / 3.6, power * 1000, temp * 1.8 + 32] : [flow, power, temp];
    lines.push(`${new Date(time).toISOString()},${cells.map((value) => value.toFixed(5)).join(",")}`);
  }
  writeFileSync(path, `${lines.join("\n")}\n`);
}

const finished = async ({ jobId }: { jobId: string }): Promise<Record<string, string>> => {
  const { status } = await bench.jobEnded(jobId);
  if (status.state !== "done") throw new Error(JSON.stringify(status));
  return status.result as Record<string, string>;
};
async function imported(path: string, name: string): Promise<string> {
  const { plan } = await bench.handlers.importing.preview({ files: [path] });
  return (await finished(await bench.handlers.importing.start({ files: [path], plan: plan as never, asset: { name } }))).assetId!;
}
/** Waits for the jobs that follow by themselves. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const { id } of await bench.handlers.jobs.list({})) await bench.jobEnded(id);
}
const modelsOf = async (assetId: string) => bench.handlers.health.models({ assetId });
const hotDay = (episodes: readonly { from: number; to: number }[], first = 0) =>
  episodes.filter(({ from, to }) => to >= start + (first + 11) * day && from < start + (first + 12) * day);

let first = "";
let sister = "";
let modelId = "";
const file = join(folder, "pump.opmodel");

beforeAll(async () => {
  bench = open();
  await bench.handlers.project.create({ folder: join(folder, "project"), name: "Pump house" });
  writeLog(join(folder, "first.csv"));
  writeLog(join(folder, "sister.csv"), { sister: true });
  first = await imported(join(folder, "first.csv"), "P-101");
  sister = await imported(join(folder, "sister.csv"), "P-102");
  const train = {
    assetId: first,
    tags: ["P101.flow", "P101.power", "P101.temp"],
    reference: [{ from: start, to: start + 10 * day }],
    families: [{ id: "pca", params: {} }],
    budget: { alertsPerWeek: 1 },
    seed: 1,
  };
  modelId = ((await finished(await bench.handlers.health.train(train))) as unknown as { modelIds: string[] }).modelIds[0]!;
}, 60_000);
afterAll(() => bench.close());

test("a model is one file that says what it holds, and a changed byte is found", async () => {
  const { models } = bench.handlers;
  const written = await models.export({ modelId, path: file });
  expect(await models.read({ path: file })).toMatchObject({
    version: 1,
    project: "Pump house",
    asset: "P-101",
    sha256: written.sha256,
    tags: [
      { name: "P101.flow", unit: "m3/h" },
      { name: "P101.power", unit: "kW" },
      { name: "P101.temp", unit: "degC" },
    ],
  });
  const bytes = readFileSync(file);
  bytes[bytes.length - 3]! ^= 1;
  const broken = join(folder, "broken.opmodel");
  writeFileSync(broken, bytes);
  await expect(async () => models.read({ path: broken })).rejects.toMatchObject({ problem: { code: "model-file.unreadable" } });
  await expect(async () => models.read({ path: join(folder, "first.csv") })).rejects.toMatchObject({
    problem: { code: "model-file.unreadable" },
  });
});

test("tags are found by their endings and converted; units that do not measure the same are refused", async () => {
  const { models } = bench.handlers;
  const found = await models.match({ path: file, assetId: sister, chosen: {} });
  expect(found.map(({ as, tag, state }) => [as, tag, state])).toEqual([
    ["P101.flow", "P102.Flow", "converted"],
    ["P101.power", "P102.power", "converted"],
    ["P101.temp", "P102.temp", "converted"],
  ]);
  expect(found[0]!.scale).toBeCloseTo(3.6, 9);
  const wrong = { path: file, assetId: sister, chosen: { "P101.flow": "P102.temp", "P101.temp": "P102.Flow" } };
  await expect(async () => models.import(wrong)).rejects.toMatchObject({ problem: { code: "model-file.units" } });
  const none = { path: file, assetId: sister, chosen: { "P101.flow": "" } };
  await expect(async () => models.import(none)).rejects.toMatchObject({ problem: { code: "model-file.tags" } });
});

test("a model finds on the sister machine what it would find at home, told in the sister's names and units", async () => {
  const { models, health } = bench.handlers;
  const arrived = (await finished(await models.import({ path: file, assetId: sister, chosen: {} }))).modelId!;
  const [model] = await modelsOf(sister);
  expect(model).toMatchObject({ id: arrived, version: 1, tags: ["P102.Flow", "P102.power", "P102.temp"], origin: { asset: "P-101" } });
  const home = hotDay(await health.episodes({ modelId }));
  const away = hotDay(await health.episodes({ modelId: arrived }));
  expect(away.map(({ from, to }) => [from, to])).toEqual(home.map(({ from, to }) => [from, to]));
  const [hottest] = (await health.episodes({ modelId: arrived })).find(({ id }) => id === (away[0] as { id?: string }).id)!.contributions;
  expect(hottest).toMatchObject({ tag: "P102.temp", unit: "degF" });
  if (hottest!.measured !== null) expect(hottest!.measured).toBeGreaterThan(122);
  await expect(health.setBudget({ modelId: arrived, budget: { alertsPerWeek: 2 } })).rejects.toMatchObject({
    problem: { code: "model.limit-fixed" },
  });
  expect((await bench.handlers.cases.list({ assetId: sister })).length).toBe(1);
});

test("a model exported again speaks as the one it came from", async () => {
  const [model] = await modelsOf(sister);
  const again = join(folder, "again.opmodel");
  await bench.handlers.models.export({ modelId: model!.id, path: again });
  const info = await bench.handlers.models.read({ path: again });
  expect(info.tags.map(({ name, unit }) => `${name} ${unit}`)).toEqual(["P101.flow m3/h", "P101.power kW", "P101.temp degC"]);
  expect(info.card.tags).toEqual(["P101.flow", "P101.power", "P101.temp"]);
});

test("a retired model is kept with what it found, but the board and the case no longer speak of it", async () => {
  const { models, health, cases } = bench.handlers;
  const [model] = await modelsOf(sister);
  const row = async () => (await cases.board({})).rows.find(({ assetId }) => assetId === sister)!;
  expect((await row()).models).toEqual({ active: 1, retired: 0 });
  await models.retire({ modelId: model!.id });
  expect(await row()).toMatchObject({ models: { active: 0, retired: 1 }, model: null, openCase: null });
  expect((await health.episodes({ modelId: model!.id })).length).toBeGreaterThan(0);
  await models.restore({ modelId: model!.id });
  expect(await row()).toMatchObject({ models: { active: 1, retired: 0 }, status: expect.not.stringMatching(/good|unwatched/) });
});

test("what is imported is scored by itself where that is switched on, and nowhere else", async () => {
  const { models, health } = bench.handlers;
  await models.scoreNew({ modelId, on: true });
  writeLog(join(folder, "next.csv"), { firstDay: 14 });
  await imported(join(folder, "next.csv"), "P-101");
  await settled();
  expect(hotDay(await health.episodes({ modelId }), 14).length).toBeGreaterThan(0);
  expect(await models.unscored({ assetId: first })).toEqual([{ modelId, imports: [] }]);
  await models.scoreNew({ modelId, on: false });
  writeLog(join(folder, "third.csv"), { firstDay: 28 });
  await imported(join(folder, "third.csv"), "P-101");
  await settled();
  expect((await models.unscored({ assetId: first }))[0]!.imports).toHaveLength(1);
});

test("a scoring that did not happen is made up for when the project is opened the next time", async () => {
  const { models } = bench.handlers;
  await models.scoreNew({ modelId, on: true });
  for (const { id, status } of await bench.handlers.jobs.list({}))
    if (status.state === "running" || status.state === "queued") bench.handlers.jobs.cancel({ jobId: id });
  await settled();
  expect((await models.unscored({ assetId: first }))[0]!.imports).toHaveLength(1);
  await bench.close();
  bench = open();
  await bench.handlers.project.open({ folder: join(folder, "project") });
  await settled();
  expect(await bench.handlers.models.unscored({ assetId: first })).toEqual([{ modelId, imports: [] }]);
});

test("a model trained again names the one before it", async () => {
  const train = {
    assetId: first,
    tags: ["P101.flow", "P101.power", "P101.temp"],
    reference: [{ from: start, to: start + 10 * day }],
    families: [{ id: "pca", params: {} }],
    budget: { alertsPerWeek: 1 },
    seed: 1,
  };
  await finished(await bench.handlers.health.train(train));
  const [newest] = await modelsOf(first);
  expect(newest).toMatchObject({ version: 2, before: { id: modelId, version: 1 } });
});
