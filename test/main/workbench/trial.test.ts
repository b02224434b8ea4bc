import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { Trial, TrialWish } from "#shared/domain/trial.ts";
import { readModelState, writeModelState } from "../../../main/store/model-state.ts";
import { createWorkbench } from "../../../main/workbench/create.ts";
import type { Workbench } from "../../../main/workbench/workbench.ts";
import { normal } from "../analysis/models/efficiency-frames.ts";

const hour = 3_600_000;
const day = 24 * hour;
const start = Date.UTC(2025, 2, 3);
const historyDays = 60;
const gain = 0.03;

const folder = mkdtempSync(join(tmpdir(), "trial-"));
let bench: Workbench;
let assetId = "";
let locked: Trial;

/** A pump read every half hour; in blocks that are on its valve stands at 72 % instead of 60 % and it takes 3 % less. */
function writeLog(file: string, from: number, to: number, isOn: (t: number) => boolean): void {
  const draw = normal(from / hour);
  const lines = ["time,motor_power [kW],flow [m3/h],valve_position [%],bearing_temperature [degC]"];
  for (let t = from; t < to; t += hour / 2) {
    const flow = 100 + 20 * Math.sin((2 * Math.PI * t) / day) + 4 * draw();
    const power = (10 + 0.2 * flow + 0.4 * draw()) * (isOn(t) ? 1 - gain : 1);
    const cells = [power, flow, isOn(t) ? 72 : 60, 55 + draw()].map((v) => v.toFixed(3));
    lines.push(`${new Date(t).toISOString()},${cells.join(",")}`);
  }
  writeFileSync(file, `${lines.join("\n")}\n`);
}

async function done({ jobId }: { jobId: string }): Promise<Record<string, string>> {
  const { status } = await bench.jobEnded(jobId);
  if (status.state !== "done") throw new Error(JSON.stringify(status));
  return status.result as Record<string, string>;
}

async function importLog(name: string, asset: { name: string } | { id: string }): Promise<string> {
  const files = [join(folder, name)];
  const { plan } = await bench.handlers.importing.preview({ files });
  return (await done(await bench.handlers.importing.start({ files, plan: plan as never, asset: asset as never }))).assetId!;
}

const latest = async (): Promise<Trial> => (await bench.handlers.trial.list({ assetId, removed: true }))[0] as Trial;

beforeAll(async () => {
  const workerEntry = join(import.meta.dirname, "../../../main/worker.ts");
  bench = createWorkbench({ userData: join(folder, "user"), workerEntry, host: "cli", version: "0.0.0", electron: null });
  writeLog(join(folder, "history.csv"), start, start + historyDays * day, () => false);
  await bench.handlers.project.create({ folder: join(folder, "project"), name: "Pump house" });
  assetId = await importLog("history.csv", { name: "P-1" });
}, 60_000);
afterAll(() => bench.close());

test("the hours a gain needs are told before the trial, and the blocks are drawn and locked", async () => {
  const { trial, project } = bench.handlers;
  const proposed = (await trial.propose({ assetId }))!;
  expect(proposed).toMatchObject({ yardstick: { kind: "meter", tag: "motor_power" }, intervalMs: hour, name: "" });
  const wish: TrialWish = {
    ...proposed,
    name: "Valve at 72 %",
    history: { ranges: [{ from: start, to: start + historyDays * day }] } as BaselinePeriod,
    settings: [{ tag: "valve_position", unit: "%", from: 60, to: 72, ratePerHour: 6 }],
    watch: [{ tag: "bearing_temperature", unit: "degC", low: null, high: 90 }],
    expected: { percent: 2, low: null, high: null },
    from: start + (historyDays + 1) * day,
    blockMs: 8 * hour,
    value: {
      throughputPerYear: null,
      pricePerUnit: 0.2,
      currency: "EUR",
      hoursPerYear: 8000,
      co2: { carrier: "power", kgPerUnit: 0.4, source: "contract" },
    },
  };
  const { draftId } = await done(await trial.weigh(wish));
  const weighed = await trial.weighed({ draftId: draftId! });
  const need = weighed.needs.find(({ blockMs }) => blockMs === 8 * hour)!;
  expect(need.pairs).toBeGreaterThanOrEqual(6);
  expect(weighed.plan.blocks).toHaveLength(2 * (need.pairs! + 2));
  expect(
    weighed.wish.drivers.map(({ tag }) => tag),
    "a tag that is tried is no driver",
  ).toEqual(["flow"]);
  expect(weighed.provablePercent).toBeLessThanOrEqual(2);
  expect(weighed.findings.map(({ code }) => code)).toEqual(
    expect.arrayContaining(["trial.hours-needed", "trial.provable", "trial.washout-short"]),
  );
  locked = (await trial.lock({ draftId: draftId!, lockedBy: "A. Meier" })) as Trial;
  expect(locked.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(locked.plan).toEqual(weighed.plan);
  expect((await project.audit({ limit: 5 })).entries.map(({ action }) => action)).toContain("trial.locked");
  await expect(async () => trial.weighed({ draftId: draftId! })).rejects.toMatchObject({ problem: { code: "trial.draft-gone" } });
});

test("the calendar is written for a spreadsheet, a calendar program and paper", async () => {
  const { trial } = bench.handlers;
  const path = (format: string): string => join(folder, `calendar.${format}`);
  for (const format of ["csv", "ics", "html"] as const)
    await trial.save({ trialId: locked.id, format, language: "en", path: path(format) });
  const csv = readFileSync(path("csv"), "utf8").split("\r\n");
  expect(csv[0]).toBe("\ufeffBlock,Pair,From,To,Counts from,State,valve_position [%],Deviation");
  expect(csv).toHaveLength(locked.plan.blocks.length + 2);
  expect(csv[1]).toMatch(/^1,1,2025-05-03T00:00Z,2025-05-03T08:00Z,2025-05-03T01:00Z,(on,72|off,60),$/);
  const ics = readFileSync(path("ics"), "utf8");
  expect(ics.match(/BEGIN:VEVENT/g)).toHaveLength(locked.plan.blocks.length);
  expect(ics).toContain("DTSTART:20250503T000000Z\r\n");
  expect(Math.max(...ics.split("\r\n").map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
  expect(readFileSync(path("html"), "utf8")).toContain(locked.sha256);
});

test("before its log is there a trial cannot be tested", async () => {
  await done(await bench.handlers.trial.judge({ trialId: locked.id }));
  const { result } = (await latest()).judgements.at(-1)!;
  expect(result.verdict).toBe("cannot-be-tested");
  expect(result.percent).toBeNull();
  expect(result.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(["trial.too-few-pairs", "trial.not-yet"]));
});

test("a gain of 3 % is proven, in the unit of the meter, in money and in CO2; a block run the other way is seen", async () => {
  const { trial } = bench.handlers;
  const { blocks } = locked.plan;
  const swapped = 3;
  const isOn = (t: number): boolean => {
    const number = blocks.findIndex(({ range }) => t >= range.from && t < range.to);
    return number >= 0 && (blocks[number]!.state === "on") !== (number === swapped);
  };
  writeLog(join(folder, "trial.csv"), start + historyDays * day, blocks.at(-1)!.range.to + day, isOn);
  await importLog("trial.csv", { id: assetId });

  await done(await trial.judge({ trialId: locked.id }));
  const asFound = (await latest()).judgements.at(-1)!;
  expect(asFound.blocks.map(({ followed }) => followed).indexOf(false)).toBe(swapped);
  expect(asFound.result.findings.map(({ code }) => code)).toContain("trial.not-followed");

  await trial.note({ trialId: locked.id, block: swapped, what: "swapped", reason: "night shift misread the sheet", by: "A. Meier" });
  await done(await trial.judge({ trialId: locked.id }));
  const { result, worth, asDrawn, blocks: seen } = (await latest()).judgements.at(-1)!;
  expect(result.verdict).toBe("proven");
  expect(result.percentInterval.low).toBeLessThan(100 * gain);
  expect(result.percentInterval.high).toBeGreaterThan(100 * gain);
  expect(result.pairs).toBe(blocks.length / 2 - 1);
  expect(asDrawn!.verdict).toBe("proven");
  expect(result.findings.map(({ code }) => code)).not.toContain("trial.not-followed");
  expect(seen[0]!.readings).toBe(7);
  // About 30 kW; a reading is an hour.
  expect(worth.perHour).toBeCloseTo(result.saving!, 9);
  expect(worth.perYear!.amount.value).toBeCloseTo(8000 * result.saving!, 6);
  expect(worth.perYear!.money.value).toBeCloseTo(0.2 * 8000 * result.saving!, 6);
  expect(worth.perYear!.co2Kg!.value).toBeCloseTo(0.4 * 8000 * result.saving!, 6);
  expect((await latest()).judgements).toHaveLength(3);
});

test("the report has the trial's calendar, its verdict and its deviation in both languages", async () => {
  const { report } = bench.handlers;
  const request = { title: "Trials", author: "", plant: "", range: null, healthModelIds: [], efficiencyModelIds: [] };
  for (const [language, told] of [
    ["en", ["On/off trials", "Valve at 72 %", "Proven", "night shift misread the sheet", "A. Meier"]],
    ["zh", ["启停试验", "Valve at 72 %", "已证实", "状态相反"]],
  ] as const) {
    const { reportId } = await done(await report.compose({ ...request, assetId, language }));
    const { html } = await report.html({ reportId: reportId! });
    for (const words of told) expect(html.includes(words), words).toBe(true);
  }
});

test("too many deviations make another trial of it, and a note that is withdrawn leaves its trace", async () => {
  const { trial, project } = bench.handlers;
  const before = (await latest()).deviations.length;
  const blocks = locked.plan.blocks.length;
  for (let block = 4; block < blocks / 2 + 4; block += 2)
    await trial.note({ trialId: locked.id, block, what: "skipped", reason: "standstill", by: "A. Meier" });
  await done(await trial.judge({ trialId: locked.id }));
  const judged = await latest();
  expect(judged.judgements.at(-1)!.result.verdict).toBe("cannot-be-tested");
  expect(judged.judgements.at(-1)!.result.findings.map(({ code }) => code)).toContain("trial.other-trial");
  for (const { id } of judged.deviations.slice(before)) await trial.unnote({ trialId: locked.id, deviationId: id });
  expect((await latest()).deviations).toHaveLength(before);
  expect((await project.audit({ limit: 50 })).entries.map(({ action }) => action)).toContain("trial.deviation-withdrawn");
  await expect(async () => trial.note({ trialId: locked.id, block: blocks, what: "skipped", reason: "x", by: "A" })).rejects.toMatchObject({
    problem: { code: "trial.no-block" },
  });
});

test("a plan that was changed outside the program is told, and nothing is judged by it", async () => {
  const { trial } = bench.handlers;
  const file = join(folder, "project", "models", `${locked.id}.trial`);
  const before = readFileSync(file);
  const { content } = readModelState(file) as { content: string };
  writeModelState(file, { content: content.replace('"state":"on"', '"state":"off"') });
  const { jobId } = await trial.judge({ trialId: locked.id });
  expect((await bench.jobEnded(jobId)).status).toMatchObject({ state: "failed", problem: { code: "trial.lock-broken" } });
  writeFileSync(file, before);
});

test("a trial that was taken out can be put back, and opening the project again keeps its plan", async () => {
  const { trial, project } = bench.handlers;
  await trial.remove({ trialId: locked.id });
  expect(await trial.list({ assetId, removed: false })).toEqual([]);
  await trial.restore({ trialId: locked.id });
  await project.close({});
  await project.open({ folder: join(folder, "project") });
  await done(await trial.judge({ trialId: locked.id }));
  expect((await latest()).judgements.at(-1)!.result.verdict).toBe("proven");
});
