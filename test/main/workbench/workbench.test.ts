import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Job } from "#shared/domain/job.ts";
import { createWorkbench } from "../../../main/workbench/create.ts";
import type { Workbench } from "../../../main/workbench/workbench.ts";

const folder = mkdtempSync(join(tmpdir(), "workbench-"));
const project = join(folder, "project");
const open = (): Workbench =>
  createWorkbench({
    userData: join(folder, "user"),
    workerEntry: join(import.meta.dirname, "../../../main/worker.ts"),
    host: "cli",
    version: "0.0.0",
    electron: null,
  });
const hours = 24 * 30;
const start = Date.UTC(2025, 0, 1);
const faultFrom = start + 24 * 25 * 3_600_000;

/** A pump at ten-minute steps: power follows flow, and for the last five days takes 6 % more. */
function writeLog(path: string): void {
  let seed = 7;
  const noise = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32 - 0.5;
  };
  const lines = ["time,flow [m3/h],power [kW],temperature [degC]"];
  for (let k = 0; k < hours * 6; k++) {
    const time = start + k * 600_000;
    const flow = 100 + 20 * Math.sin((k / 144) * 2 * Math.PI) + 4 * noise();
    const loss = time >= faultFrom ? 1.06 : 1;
    const power = (10 + 0.2 * flow) * loss + 0.2 * noise();
    lines.push(
      `${new Date(time).toISOString()},${flow.toFixed(3)},${power.toFixed(4)},${(40 + 0.1 * flow + (loss > 1 ? 6 : 0) + 0.5 * noise()).toFixed(3)}`,
    );
  }
  lines[50] = "not a row at all";
  writeFileSync(path, `${lines.join("\n")}\n`);
}

let bench: Workbench;
const finished = async ({ jobId }: { jobId: string }): Promise<Record<string, string>> => {
  const { status } = await bench.jobEnded(jobId);
  if (status.state !== "done") throw new Error(`The job ended as ${JSON.stringify(status)}`);
  return status.result as Record<string, string>;
};

beforeAll(() => {
  bench = open();
});
afterAll(() => bench.close());

const log = join(folder, "pump.csv");
let assetId = "";
let importId = "";

test("a log becomes an asset with tags, units and a repair report", async () => {
  writeLog(log);
  const { project: area, importing } = bench.handlers;
  await area.create({ folder: project, name: "Pump house" });
  const { plan } = await importing.preview({ files: [log] });
  const result = await finished(await importing.start({ files: [log], plan: plan as never, asset: { name: "P-1" } }));
  assetId = result.assetId!;
  importId = result.importId!;
  expect((await area.tags({ assetId })).map((tag) => [tag.name, tag.unit])).toEqual([
    ["flow", "m3/h"],
    ["power", "kW"],
    ["temperature", "degC"],
  ]);
  const [record] = await importing.list({});
  expect(record!.report).toMatchObject({ rowsKept: hours * 6 - 1, rejectedLines: 1 });
  expect((await importing.quarantine({ importId })).text).toContain("not a row at all");
});

test("the same file is recognised by its content", async () => {
  const copy = join(folder, "another name.csv");
  writeFileSync(copy, readFileSync(log));
  expect((await bench.handlers.importing.sameFiles({ files: [copy] })).map((record) => record.id)).toEqual([importId]);
});

test("the last five days are found by a model of the first twenty, and a verdict outlives another budget", async () => {
  const { health } = bench.handlers;
  const { modelIds } = (await finished(
    await health.train({
      assetId,
      tags: ["flow", "power", "temperature"],
      reference: [{ from: start, to: start + 20 * 86_400_000 }],
      families: [{ id: "pca", params: {} }],
      budget: { alertsPerWeek: 1 },
      seed: 1,
    }),
  )) as unknown as { modelIds: string[] };
  const modelId = modelIds[0]!;
  const episodes = await health.episodes({ modelId });
  const hit = episodes.find((episode) => episode.to >= faultFrom)!;
  expect(Math.abs(hit.from - faultFrom)).toBeLessThan(6 * 3_600_000);
  await health.judge({ episodeId: hit.id, verdict: "fault", note: "wear ring" });
  await health.setBudget({ modelId, budget: { alertsPerWeek: 3 } });
  const judged = (await health.episodes({ modelId })).filter((episode) => episode.verdict);
  expect(judged.length).toBeGreaterThan(0);
  expect(judged[0]!.verdict).toMatchObject({ verdict: "fault", note: "wear ring" });
});

test("of two families of which one cannot be trained, neither is kept", async () => {
  const { health } = bench.handlers;
  const before = await health.models({ assetId });
  const files = () => readdirSync(join(project, "models"));
  const filesBefore = files();
  const { jobId } = await health.train({
    assetId,
    tags: ["flow", "power", "temperature"],
    reference: [{ from: start, to: start + 20 * 86_400_000 }],
    families: [
      { id: "pca", params: {} },
      { id: "isolation-forest", params: { trees: -1 } },
    ],
    budget: { alertsPerWeek: 1 },
    seed: 1,
  });
  expect((await bench.jobEnded(jobId)).status.state).toBe("failed");
  expect(await health.models({ assetId })).toEqual(before);
  expect(files()).toEqual(filesBefore);
});

test("scoring again with the same data finds the same episodes", async () => {
  const { health } = bench.handlers;
  const [model] = await health.models({ assetId });
  const before = await health.episodes({ modelId: model!.id });
  await finished(await health.score({ modelId: model!.id }));
  expect(await health.episodes({ modelId: model!.id })).toEqual(before);
});

test("the extra power of the last five days is the loss of the specific energy", async () => {
  const { efficiency } = bench.handlers;
  const { modelId } = await finished(
    await efficiency.fit({
      kpi: {
        id: "kpi-1",
        assetId,
        name: "Specific energy",
        formula: "power / flow",
        unit: "kWh/m3",
        better: "lower",
        validWhen: null,
        throughput: "flow",
        relevantVariables: ["flow"],
        controllableTags: [],
        resolutionMs: 3_600_000,
      },
      baseline: { ranges: [{ from: start, to: start + 20 * 86_400_000 }] } as never,
      reporting: { ranges: [{ from: faultFrom, to: start + 30 * 86_400_000 }] } as never,
      seed: 1,
    }),
  );
  const { totals } = await efficiency.result({ modelId: modelId! });
  expect(totals.lossPercent).toBeGreaterThan(5);
  expect(totals.lossPercent).toBeLessThan(7);
  const value = await efficiency.value({
    modelId: modelId!,
    input: { throughputPerYear: 800_000, pricePerUnit: 0.2, currency: "EUR", hoursPerYear: 8000 },
  });
  expect(value.onePercentPerYear).toBeGreaterThan(0);
  expect(value.lossPerYear / value.onePercentPerYear).toBeCloseTo(totals.lossPercent, 0);
});

test.each(["en", "zh"] as const)("a report in %s holds what was found, and its forms are whole", async (language) => {
  const { health, efficiency, report } = bench.handlers;
  const { reportId } = await finished(
    await report.compose({
      assetId,
      title: "Pump house, January",
      author: "",
      plant: "",
      language,
      healthModelIds: (await health.models({ assetId })).map((model) => model.id),
      efficiencyModelIds: (await efficiency.models({ assetId })).map((model) => model.id),
      range: null,
    }),
  );
  const { html } = await report.html({ reportId: reportId! });
  const [record] = await bench.handlers.importing.list({});
  expect(html).toContain(record!.files[0]!.sha256);
  expect(html).toContain("wear ring");
  expect(html).toContain(language === "zh" ? "故障" : "fault");
  expect(html).not.toMatch(/NaN|undefined|\{\w+\}/);
  const xlsx = join(folder, `${language}.xlsx`);
  await report.save({ reportId: reportId!, format: "xlsx", path: xlsx });
  expect(readFileSync(xlsx).toString("latin1", 0, 2)).toBe("PK");
});

test("a report whose file was changed is refused", async () => {
  const { report } = bench.handlers;
  const [record] = await report.list({ assetId });
  const file = join(project, "reports", record!.factsFile);
  const before = readFileSync(file, "utf8");
  writeFileSync(file, before.replace("wear ring", "all fine!"));
  await expect(async () => report.html({ reportId: record!.id })).rejects.toMatchObject({ problem: { code: "report.damaged" } });
  writeFileSync(file, before);
});

test("an import that models rest on is removed only when a person insists, and then leaves nothing", async () => {
  const { importing, project: area } = bench.handlers;
  await expect(Promise.resolve(importing.remove({ importId, force: false }))).rejects.toThrow(/rest on this import/);
  await importing.remove({ importId, force: true });
  expect(existsSync(join(project, "signals", importId))).toBe(false);
  expect(await area.tags({ assetId })).toEqual([]);
});

test("a cancelled import leaves no trace", async () => {
  const { importing, jobs, project: area } = bench.handlers;
  const { plan } = await importing.preview({ files: [log] });
  const { jobId } = await importing.start({ files: [log], plan: plan as never, asset: { name: "P-2" } });
  await jobs.cancel({ jobId });
  const job: Job = await bench.jobEnded(jobId);
  expect(job.status.state).toBe("cancelled");
  expect((await area.assets({})).map((asset) => asset.name)).toEqual(["P-1"]);
  expect(readdirSync(join(project, "signals"))).toEqual([]);
  expect(readdirSync(join(project, "temp"))).toEqual([]);
});

test("everything done is in the audit chain, which is intact", async () => {
  const { entries, intact } = await bench.handlers.project.audit({ limit: 200 });
  expect(intact).toBe(true);
  const actions = new Set(entries.map((entry) => entry.action));
  for (const action of [
    "project.created",
    "import.committed",
    "model.trained",
    "verdict.given",
    "efficiency.fitted",
    "report.composed",
    "import.removed",
  ])
    expect(actions).toContain(action);
});
