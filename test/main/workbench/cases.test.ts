import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { random } from "../../../main/analysis/signal/random.ts";
import type { Workbench } from "../../../main/workbench/workbench.ts";
import { openWorkbench } from "../../faults/open-workbench.ts";

const day = 86_400_000;
const start = Date.UTC(2025, 0, 1);
const days = 34;
/** Days on which the bearing runs hot, from the first to before the last. */
const hot = [
  [21, 21.5],
  [23, 23.5],
  [25, 25.5],
  [30, 31],
] as const;

/** A pump at half-hour steps. */
function writeLog(path: string, firstDay: number, count: number): void {
  const chance = random(firstDay + 7);
  const noise = () => chance() - 0.5;
  const lines = ["time,flow [m3/h],power [kW],temperature [degC]"];
  for (let time = start + firstDay * day; time < start + (firstDay + count) * day; time += 1_800_000) {
    const at = (time - start) / day;
    const flow = 100 + 20 * Math.sin(at * 2 * Math.PI) + 4 * noise();
    const warmer = hot.some(([from, to]) => at >= from && at < to) ? 9 : 0;
    const cells = [flow, 10 + 0.2 * flow + 0.2 * noise(), 40 + 0.1 * flow + warmer + 0.5 * noise()];
    lines.push(`${new Date(time).toISOString()},${cells.map((value) => value.toFixed(3)).join(",")}`);
  }
  writeFileSync(path, `${lines.join("\n")}\n`);
}

const folder = mkdtempSync(join(tmpdir(), "cases-"));
const project = join(folder, "project");
let bench: Workbench;
let assetId = "";
let modelId = "";

const finished = async ({ jobId }: { jobId: string }): Promise<Record<string, string>> => {
  const { status } = await bench.jobEnded(jobId);
  if (status.state !== "done") throw new Error(JSON.stringify(status));
  return status.result as Record<string, string>;
};
async function importDays(firstDay: number, count: number): Promise<void> {
  const path = join(folder, `from-${firstDay}.csv`);
  writeLog(path, firstDay, count);
  const { plan } = await bench.handlers.importing.preview({ files: [path] });
  const result = await finished(await bench.handlers.importing.start({ files: [path], plan: plan as never, asset: { name: "P-1" } }));
  assetId = result.assetId!;
}
const listed = () => bench.handlers.cases.list({ assetId });
const board = async () => (await bench.handlers.cases.board({})).rows[0]!;
const actions = async (about: RegExp) =>
  (await bench.handlers.project.audit({ limit: 200 })).entries.map(({ action }) => action).filter((action) => about.test(action));
const verdicts = async () => (await bench.handlers.health.episodes({ modelId })).map(({ verdict }) => verdict?.verdict ?? null);

beforeAll(async () => {
  bench = openWorkbench(join(folder, "user"));
  await bench.handlers.project.create({ folder: project, name: "Pump house" });
  await importDays(0, 27);
}, 60_000);
afterAll(() => bench.close());

test("an asset without a model is not watched, and has no case", async () => {
  expect(await board()).toMatchObject({ name: "P-1", status: "unwatched", openCase: null, model: null, behindMs: 0 });
  expect(await listed()).toEqual([]);
});

test("the first episode a person is told of opens a case, whole with the training", async () => {
  const { modelIds } = (await finished(
    await bench.handlers.health.train({
      assetId,
      tags: ["flow", "power", "temperature"],
      reference: [{ from: start, to: start + 20 * day }],
      families: [{ id: "pca", params: {} }],
      budget: { alertsPerWeek: 1 },
      seed: 1,
    }),
  )) as unknown as { modelIds: string[] };
  modelId = modelIds[0]!;
  const [one, ...more] = await listed();
  expect(more).toEqual([]);
  expect(one!.case).toMatchObject({ number: 1, closedAt: null, after: null, verdict: null });
  expect(one!.episodes.length).toBeGreaterThan(0);
  expect(one!.episodes.at(-1)!.to).toBeGreaterThan(start + 25 * day);
  const row = await board();
  expect(row.status).not.toBe("good");
  expect(row.latest).toMatchObject({ tag: "temperature", ongoing: false });
  expect(row.model).toMatchObject({ id: modelId, version: 1, unscored: 0 });
  expect(await actions(/^case/)).toEqual(["case.opened"]);
});

test("what is typed into the open case is kept, and closing it judges the episodes nobody judged", async () => {
  const { cases, health } = bench.handlers;
  const [episode] = await health.episodes({ modelId });
  await health.judge({ episodeId: episode!.id, verdict: "unclear", note: "seen" });
  const [open] = await listed();
  await cases.describe({ caseId: open!.case.id, cause: "wear ring", action: "", note: "", cost: null });
  const closed = await cases.close({
    caseId: open!.case.id,
    verdict: "fault",
    cause: "wear ring",
    action: "replaced",
    note: "",
    cost: { amount: 1200, currency: "EUR" },
    until: null,
  });
  expect(closed).toMatchObject({ verdict: "fault", cause: "wear ring", action: "replaced", cost: { amount: 1200, currency: "EUR" } });
  const [first, ...rest] = await verdicts();
  expect(first).toBe("unclear");
  expect(rest.every((verdict) => verdict === "fault")).toBe(true);
  expect((await board()).openCase).toBeNull();
  const again = { ...closed, caseId: closed.id, verdict: "normal" as const };
  await expect(async () => cases.close(again)).rejects.toMatchObject({ problem: { code: "case.closed" } });
});

test("a closed case that is found again by another limit stays closed and opens no other", async () => {
  await bench.handlers.health.setBudget({ modelId, budget: { alertsPerWeek: 7 } });
  expect((await listed()).filter(({ case: one }) => one.closedAt !== null)).toHaveLength(1);
  const inOpen = (await listed()).flatMap(({ case: one, episodes }) => (one.closedAt === null ? episodes : []));
  for (const { from } of inOpen) expect(from).toBeGreaterThan(start + 25 * day);
  await bench.handlers.health.setBudget({ modelId, budget: { alertsPerWeek: 1 } });
});

test("an episode of a later import opens the next case", async () => {
  await importDays(27, days - 27);
  expect((await board()).model).toMatchObject({ unscored: 1 });
  await finished(await bench.handlers.health.score({ modelId }));
  expect((await board()).model).toMatchObject({ unscored: 0 });
  const [last] = await listed();
  expect(last!.case).toMatchObject({ number: 2, closedAt: null });
  expect(last!.episodes.map(({ from }) => Math.floor((from - start) / day))).toEqual([30]);
});

test("the last closed case is opened again, and the verdicts its closing gave are taken back", async () => {
  const { cases } = bench.handlers;
  const closed = (await listed()).find(({ case: one }) => one.closedAt !== null)!.case;
  const open = await cases.reopen({ caseId: closed.id });
  expect(open).toMatchObject({ closedAt: null, verdict: null, reopened: 1, cause: "wear ring" });
  expect((await listed()).filter(({ case: one }) => one.closedAt === null)).toHaveLength(1);
  expect((await verdicts()).filter((verdict) => verdict === "fault")).toEqual([]);
  await expect(async () => cases.reopen({ caseId: closed.id })).rejects.toMatchObject({ problem: { code: "case.open" } });
});

test("a case closed up to a time leaves the later episodes to the next case", async () => {
  const { cases } = bench.handlers;
  const [open] = await listed();
  expect(open!.episodes.length).toBeGreaterThan(2);
  const [early, later] = open!.episodes;
  await cases.close({ caseId: open!.case.id, verdict: "normal", cause: "", action: "", note: "", cost: null, until: early!.from });
  const [next, before] = await listed();
  expect(next!.case).toMatchObject({ closedAt: null, after: early!.from });
  expect(next!.episodes[0]!.from).toBe(later!.from);
  expect(before!.episodes.map(({ from }) => from)).toEqual([early!.from]);
});

test("the dead sensors of an asset are looked for once, and again after another import", async () => {
  expect((await board()).checked).toBe(false);
  const found = await bench.handlers.cases.check({ assetId });
  expect(found).toMatchObject({ assetId, dead: [], findings: [] });
  expect((await board()).checked).toBe(true);
});

test("the trend tells the score of the last thirty days and its limit", async () => {
  const trend = (await bench.handlers.cases.trend({ assetId, points: 60 }))!;
  expect(trend.to - trend.from).toBe(30 * day);
  expect(trend.time.length).toBeGreaterThan(20);
  expect(Math.max(...trend.score.map((value) => value ?? 0))).toBeGreaterThan(trend.limit);
});
