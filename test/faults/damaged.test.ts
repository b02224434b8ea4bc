import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { HealthModel } from "#shared/domain/health.ts";
import { type Problem, ProblemError } from "#shared/domain/problem.ts";
import { sayCoded } from "#shared/language/index.ts";
import type { Workbench } from "../../main/workbench/workbench.ts";
import { openWorkbench } from "./open-workbench.ts";
import { day, start, writePumpLog } from "./pump-log.ts";
import { readEverything } from "./read-everything.ts";
import { finished, work } from "./work.ts";

const scratch = mkdtempSync(join(tmpdir(), "faults-"));
const whole = join(scratch, "whole");
const logs = join(scratch, "logs");
mkdirSync(logs);
let bench: Workbench;
/** A project with two assets, one of them with a model, an efficiency model and a report; a fresh copy for each test, closed. */
let folder: string;

beforeAll(async () => {
  bench = openWorkbench(join(scratch, "user"));
  const { project, importing } = bench.handlers;
  await project.create({ folder: whole, name: "Pump house" });
  for (const name of ["import", "train", "efficiency", "report"] as const) await work[name]({ bench, logs });
  const other = join(logs, "other.csv");
  writePumpLog({ path: other, firstDay: 0, days: 3, untidy: true });
  const { plan } = await importing.preview({ files: [other] });
  await finished(bench, await importing.start({ files: [other], plan: plan as never, asset: { name: "P-2" } }));
  await project.close({});
}, 60_000);
beforeEach(async () => {
  await bench.handlers.project.close({});
  folder = join(mkdtempSync(join(scratch, "copy-")), "project");
  cpSync(whole, folder, { recursive: true });
});
afterAll(async () => {
  await bench.close();
  rmSync(scratch, { recursive: true, force: true });
}, 60_000);

const problemOf = async (question: () => unknown): Promise<Problem | undefined> => {
  try {
    await question();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    // Whoever reads Chinese is told as much, with every value in its place.
    expect(sayCoded("zh", error.problem)).toMatch(/^[^{}]*\p{Script=Han}[^{}]*$/u);
    return error.problem;
  }
  return undefined;
};
const range = { from: start, to: start + 3 * day };
const drawn = async (assetId: string) =>
  (await bench.handlers.explore.envelope({ assetId, tags: ["flow", "power"], range, pixels: 100 })).series;
const opened = async () => {
  await bench.handlers.project.open({ folder });
  const [first, second] = await bench.handlers.project.assets({});
  const [model] = await bench.handlers.health.models({ assetId: first!.id });
  return { first: first!.id, second: second!.id, model: model as HealthModel };
};
/** Folder of the samples of the first asset. */
const samples = async () => {
  const { first } = await opened();
  const record = (await bench.handlers.importing.list({})).find((each) => each.assetId === first)!;
  await bench.handlers.project.close({});
  return { importId: record.id, folder: join(folder, "signals", record.id) };
};

test("a project that nobody touched can be read whole", async () => {
  await opened();
  await readEverything(bench);
});

test("samples cut short are named, nothing is drawn from them, and all else can be used", async () => {
  const { folder: signals } = await samples();
  const part = join(signals, readdirSync(signals).find((name) => name.endsWith(".parquet"))!);
  truncateSync(part, readFileSync(part).length - 100);
  const { first, second, model } = await opened();
  expect(await problemOf(() => drawn(first))).toMatchObject({ code: "signals.damaged", data: { file: part } });
  expect(await problemOf(() => work.train({ bench, logs }))).toMatchObject({ code: "signals.damaged", data: { file: part } });
  expect((await drawn(second))[0]!.time.length).toBeGreaterThan(50);
  const scores = await bench.handlers.health.scores({ modelId: model.id, range, pixels: 100 });
  expect(scores.series[0]!.time.length).toBeGreaterThan(50);
  const [report] = await bench.handlers.report.list({ assetId: first });
  expect((await bench.handlers.report.html({ reportId: report!.id })).html).toContain("January");
});

test("damaged samples can be removed, and the log imported again", async () => {
  const { importId, folder: signals } = await samples();
  for (const name of readdirSync(signals)) writeFileSync(join(signals, name), "gone");
  const { first } = await opened();
  expect(await problemOf(() => drawn(first))).toMatchObject({ code: "signals.damaged" });
  await bench.handlers.importing.remove({ importId, force: true });
  await work.import({ bench, logs });
  expect((await drawn(first))[0]!.time.length).toBeGreaterThan(50);
});

test("no changed byte of any file of samples gives other numbers: it is named, or does no harm", async () => {
  const { folder: signals } = await samples();
  const { first } = await opened();
  const before = await drawn(first);
  const names = readdirSync(signals);
  expect(names.length).toBeGreaterThan(1);
  for (const name of names) {
    const file = join(signals, name);
    const bytes = readFileSync(file);
    let noticed = 0;
    for (let at = 1; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
      const bent = Buffer.from(bytes);
      bent[at]! ^= 0x04;
      writeFileSync(file, bent);
      let after: typeof before | undefined;
      const found = await problemOf(async () => {
        after = await drawn(first);
      });
      if (found) {
        expect(found.code).toBe("signals.damaged");
        noticed++;
      } else expect(after, `${name}, byte ${at} of ${bytes.length}`).toEqual(before);
    }
    writeFileSync(file, bytes);
    if (name.endsWith(".parquet") || name.endsWith(".json")) expect(noticed, name).toBeGreaterThan(20);
  }
});

test("a model whose file was changed is named where it is needed, and its scores can still be looked at", async () => {
  const files = readdirSync(join(folder, "models")).map((name) => join(folder, "models", name));
  for (const path of files) {
    const bytes = readFileSync(path);
    bytes[bytes.length - 9]! ^= 1;
    writeFileSync(path, bytes);
  }
  const { first, model } = await opened();
  const modelFile = join(folder, "models", `${model.id}.model`);
  const { health, efficiency } = bench.handlers;
  expect(await problemOf(() => health.setBudget({ modelId: model.id, budget: { alertsPerWeek: 5 } }))).toMatchObject({
    code: "model.unreadable",
    data: { file: modelFile },
  });
  expect(await problemOf(() => work["score again"]({ bench, logs }))).toMatchObject({
    code: "model.unreadable",
    data: { file: modelFile },
  });
  const [fitted] = await efficiency.models({ assetId: first });
  expect(await problemOf(() => efficiency.result({ modelId: fitted!.id }))).toMatchObject({ code: "model.unreadable" });
  expect((await health.scores({ modelId: model.id, range, pixels: 100 })).series[0]!.time.length).toBeGreaterThan(50);
  expect(await health.models({ assetId: first })).toEqual([model]);
  await health.remove({ modelId: model.id });
  await work.train({ bench, logs });
});

test.each([
  ["is no JSON", "UPDATE noun SET body = substr(body, 1, 20)"],
  ["lacks what it must have", "UPDATE noun SET body = '{}'"],
])("a row of the catalog that %s is named with the catalog, loses nothing, and the rest can be used", async (_what, sql) => {
  const catalog = join(folder, "catalog.sqlite");
  const { first, second, model } = await opened();
  const [record] = (await bench.handlers.importing.list({})).filter((each) => each.assetId === first);
  await bench.handlers.project.close({});
  const kinds = [
    { kind: "model", id: model.id, ask: () => bench.handlers.health.models({ assetId: first }) },
    { kind: "import", id: record!.id, ask: () => bench.handlers.importing.list({}) },
  ];
  for (const { kind, id, ask } of kinds) {
    const db = new Database(catalog);
    const before = db.prepare("SELECT body FROM noun WHERE kind = ? AND id = ?").pluck().get(kind, id);
    db.prepare(`${sql} WHERE kind = ? AND id = ?`).run(kind, id);
    db.close();
    await opened().catch(() => undefined);
    expect(await problemOf(ask)).toMatchObject({ code: "catalog.unreadable", data: { kind, id, file: catalog } });
    expect((await drawn(second))[0]!.time.length).toBeGreaterThan(50);
    expect((await bench.handlers.project.tags({ assetId: first })).length).toBe(3);
    await bench.handlers.project.close({});
    const mended = new Database(catalog);
    mended.prepare("UPDATE noun SET body = ? WHERE kind = ? AND id = ?").run(before, kind, id);
    mended.close();
  }
  await opened();
  await readEverything(bench);
});

test("a broken row in the list of jobs keeps nothing from being opened", async () => {
  const db = new Database(join(folder, "catalog.sqlite"));
  db.exec("UPDATE noun SET body = '{' WHERE kind = 'job' AND rowid = (SELECT min(rowid) FROM noun WHERE kind = 'job')");
  const jobs = db.prepare("SELECT count(*) FROM noun WHERE kind = 'job'").pluck().get() as number;
  db.close();
  await opened();
  expect((await bench.handlers.jobs.list({})).length).toBe(jobs - 1);
  await readEverything(bench);
});

test("a project is open once, by whatever path it is asked for", async () => {
  const link = join(scratch, `link-${Date.now()}`);
  symlinkSync(folder, link);
  const { project } = bench.handlers;
  const first = await project.open({ folder });
  expect(await project.open({ folder: `${folder}/` })).toEqual(first);
  expect(await project.open({ folder: link })).toEqual(first);
});
