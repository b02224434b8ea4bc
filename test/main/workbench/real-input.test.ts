import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { TextPlan } from "#shared/domain/importing.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { createWorkbench } from "../../../main/workbench/create.ts";
import { referenceData } from "../../data/reference.ts";

const scratch = mkdtempSync(join(tmpdir(), "real-input-"));
const workbench = createWorkbench({
  userData: join(scratch, "user"),
  workerEntry: join(import.meta.dirname, "../../../main/worker.ts"),
  host: "cli",
  version: "0.0.0",
  electron: null,
});
const { project, importing, health, efficiency, report } = workbench.handlers;
afterAll(async () => {
  await workbench.close();
  rmSync(scratch, { recursive: true, force: true });
}, 60_000);

const finished = async ({ jobId }: { jobId: string }): Promise<never> => {
  const { status } = await workbench.jobEnded(jobId);
  if (status.state !== "done") throw new Error(`The job ended as ${JSON.stringify(status)}`);
  return status.result as never;
};

/** Imports a log into a project of its own by what the program makes of it, nothing corrected. */
async function imported(log: string, name: string) {
  await project.create({ folder: join(scratch, name), name });
  const { plan } = await importing.preview({ files: [log] });
  const { assetId } = (await finished(await importing.start({ files: [log], plan: plan as TextPlan, asset: { name } }))) as {
    assetId: string;
  };
  const [record] = await importing.list({});
  const tags = await project.tags({ assetId });
  return {
    assetId,
    record: record!,
    plan: record!.plan,
    tags,
    columns: new Map(record!.report.columns.map((column) => [column.tag, column])),
  };
}

/** A file or folder of the reference data, and a group of tests that is skipped where it is missing. */
function onData(name: string, what: string, tests: (path: string) => void): void {
  const path = referenceData(name);
  describe.skipIf(path === undefined)(`${what}${path === undefined ? ` (skipped: no reference data ${name})` : ""}`, () =>
    tests(path ?? ""),
  );
}

async function reported(assetId: string, healthModelIds: string[], efficiencyModelIds: string[]): Promise<string> {
  const wish = {
    assetId,
    title: "Real input",
    author: "",
    plant: "",
    language: "en" as const,
    healthModelIds,
    efficiencyModelIds,
    range: null,
  };
  const { reportId } = (await finished(await report.compose(wish))) as { reportId: string };
  const { html } = await report.html({ reportId });
  expect(html).not.toMatch(/NaN|undefined|\{\w+\}/);
  const path = join(scratch, `${reportId}.xlsx`);
  expect((await report.save({ reportId, format: "xlsx", path })).bytes).toBe(readFileSync(path).length);
  return html;
}

onData("skab/valve1/0.csv", "a run of the water loop whose valve was closed on purpose", (log) => {
  let assetId = "";
  let labels: TimeRange[] = [];
  let times: number[] = [];

  test("is imported with its ten columns on its own clock", async () => {
    const lines = readFileSync(log, "utf8").trim().split("\n");
    const rows = lines.slice(1).map((line) => line.split(";"));
    times = rows.map(([at]) => Date.parse(`${at!.replace(" ", "T")}Z`));
    labels = runsOf(
      times,
      rows.map((cells) => Number(cells[9]) > 0),
    );
    const found = await imported(log, "Water loop");
    assetId = found.assetId;
    expect(found.record.report).toMatchObject({
      rowsKept: rows.length,
      rejectedLines: 0,
      cellsNotNumbers: 0,
      from: times[0],
      to: times.at(-1),
    });
    expect(found.tags.map((tag) => tag.name).sort()).toEqual(lines[0]!.trim().split(";").slice(1).sort());
    const current = found.columns.get("Current")!;
    expect([current.first, current.last]).toEqual([Number(rows[0]![3]), Number(rows.at(-1)![3])]);
    expect(labels.length).toBeGreaterThan(0);
  });

  test("shows the fault as episodes of models that were trained on its first 400 rows, with every setting at its default", async () => {
    const tags = (await project.tags({ assetId })).map((tag) => tag.name).filter((tag) => tag !== "anomaly" && tag !== "changepoint");
    const reference = [{ from: times[0]!, to: times[400]! }];
    const families = (await health.families({}))
      .filter(({ id }) => id === "pca" || id === "isolation-forest")
      .map(({ id }) => ({ id, params: {} }));
    expect(families).toHaveLength(2);
    const { modelIds } = (await finished(
      await health.train({ assetId, tags, reference, families, budget: { alertsPerWeek: 1 }, seed: 1 }),
    )) as { modelIds: string[] };
    for (const modelId of modelIds) {
      const episodes = await health.episodes({ modelId });
      // The forest sees next to nothing of this fault: on all runs of this benchmark it misses 83 % of the rows (published with the data).
      if (modelId === modelIds[0]) expect(episodes.some((episode) => labels.some((label) => overlap(episode, label) > 0))).toBe(true);
      for (const episode of episodes) expect(episode.from).toBeGreaterThanOrEqual(times[400]!);
      for (const { contributions } of episodes) {
        expect(contributions.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
        for (const { tag } of contributions) expect(tags).toContain(tag);
      }
      const { series } = await health.scores({ modelId, range: { from: times[0]!, to: times.at(-1)! + 1 }, pixels: 500 });
      expect(series[0]!.tag).toBe("score");
      expect(Math.max(...series[0]!.max)).toBeLessThanOrEqual(1);
      expect(Math.min(...series[0]!.min)).toBeGreaterThanOrEqual(0);
    }
    const html = await reported(assetId, modelIds, []);
    expect(html).toContain("Volume Flow RateRMS");
  });
});

onData("ccpp/Folds5x2_pp.csv", "five years of a power plant, shuffled and without a clock", (log) => {
  let assetId = "";
  let extent: TimeRange;
  let step = 0;

  test("is imported by rows, and says that no column holds a time", async () => {
    const found = await imported(log, "Power plant");
    assetId = found.assetId;
    const { report: repair } = found.record;
    expect(repair).toMatchObject({ rowsKept: 9568, rejectedLines: 0, cellsNotNumbers: 0, duplicateTimes: 0 });
    expect(found.plan.clock.source).toBe("rate");
    expect(repair.findings.map((finding) => finding.code)).toContain("import.no-time");
    const output = found.columns.get("PE")!;
    expect([output.first, output.min, output.max]).toEqual([463.26, 420.26, 495.76]);
    extent = { from: repair.from!, to: repair.to! + 1 };
    step = repair.intervalMs;
  });

  test("has its output expected from weather and vacuum better than the published best, and no better than can be", async () => {
    const kpi = {
      id: "kpi-output",
      assetId,
      name: "Output",
      formula: "PE",
      unit: "",
      better: "higher" as const,
      validWhen: null,
      throughput: null,
      relevantVariables: ["AT", "V", "AP", "RH"],
      controllableTags: [],
      resolutionMs: step,
    };
    const middle = extent.from + (extent.to - extent.from) / 2;
    const periods = { baseline: { ranges: [{ from: extent.from, to: middle }] }, reporting: { ranges: [{ from: middle, to: extent.to }] } };
    const { modelId } = (await finished(await efficiency.fit({ kpi, ...(periods as never as Periods), seed: 1 }))) as { modelId: string };
    const [model] = await efficiency.models({ assetId });
    // MW; 3.787 is the best of Tüfekci (2014), 3.0 the best that is known with nine tenths to learn from: better would be a leak.
    expect(model!.error.rmse).toBeLessThan(3.787);
    expect(model!.error.rmse).toBeGreaterThan(2.9);
    expect(Math.abs(model!.error.nmbe)).toBeLessThan(0.001);
    const { totals, findings } = await efficiency.result({ modelId });
    // The rows are shuffled: the second half is the first over again, and there is nothing to lose or to gain.
    expect(totals.lossPercentInterval.low).toBeLessThan(0);
    expect(totals.lossPercentInterval.high).toBeGreaterThan(0);
    expect([...model!.findings, ...findings].map(({ code }) => code)).toContain("efficiency.rows-unordered");
    const html = await reported(assetId, [], [modelId]);
    expect(html).toContain("Output");
  }, 120_000);
});

type Periods = Pick<Parameters<typeof efficiency.fit>[0], "baseline" | "reporting">;

onData("nab/data/realKnownCause/machine_temperature_system_failure.csv", "the temperature of a machine over three months", (log) => {
  test("is imported with one tag, its extent and its five-minute step", async () => {
    const lines = readFileSync(log, "utf8").trim().split("\n").slice(1);
    const { record, tags, columns } = await imported(log, "Machine");
    const at = (line: string) => Date.parse(`${line.slice(0, 19).replace(" ", "T")}Z`);
    const { report: repair } = record;
    expect(repair.rowsRead).toBe(lines.length);
    expect(repair).toMatchObject({ rejectedLines: 0, intervalMs: 300_000, from: at(lines[0]!), to: at(lines.at(-1)!) });
    expect(repair.rowsKept + repair.duplicateTimes).toBe(lines.length);
    expect(tags.map((tag) => tag.name)).toEqual(["value"]);
    expect(columns.get("value")!.first).toBe(Number(lines[0]!.split(",")[1]));
    expect(columns.get("value")!.last).toBe(Number(lines.at(-1)!.split(",")[1]));
  });
});

onData("steel/Steel_industry_data.csv", "a year of a steel plant in quarters of an hour", (log) => {
  test("is imported day first, its numbers as they stand in the file and its texts counted", async () => {
    const [header, ...rows] = readFileSync(log, "utf8").trim().split(/\r?\n/);
    const cells = rows.map((row) => row.split(","));
    const { record, columns, tags } = await imported(log, "Steel plant");
    const { report: repair } = record;
    expect(repair).toMatchObject({
      rowsRead: rows.length,
      rowsKept: rows.length,
      rejectedLines: 0,
      cellsNotNumbers: 0,
      intervalMs: 900_000,
    });
    expect([repair.from, repair.to]).toEqual([Date.UTC(2018, 0, 1), Date.UTC(2018, 11, 31, 23, 45)]);
    // The logger stamps the end of a day with the day that ends: each of its midnights stands behind the day it begins.
    expect(repair.outOfOrder).toBe(365);
    const texts = ["WeekStatus", "Day_of_week", "Load_Type"];
    const names = header!.replace("\uFEFF", "").split(",");
    expect(tags.map((tag) => tag.name).sort()).toEqual(names.filter((name) => name !== "date" && !texts.includes(name)).sort());
    for (const [k, name] of names.entries()) {
      if (name === "date") continue;
      const own = cells.map((row) => row[k]!);
      const column = columns.get(name)!;
      if (texts.includes(name)) {
        const counts = column.states.map(({ text, count }) => [text, count]);
        expect(counts).toEqual(expect.arrayContaining([...new Set(own)].map((text) => [text, own.filter((each) => each === text).length])));
        continue;
      }
      const values = own.map(Number);
      expect([column.valid, column.first, column.last]).toEqual([values.length, values[0], values.at(-1)]);
      expect([column.min, column.max]).toEqual([Math.min(...values), Math.max(...values)]);
      expect(column.mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 9);
    }
  });
});

/** The stretches of time in which a flag stands. */
function runsOf(time: readonly number[], flags: readonly boolean[]): TimeRange[] {
  const runs: TimeRange[] = [];
  flags.forEach((flag, i) => {
    if (flag && !flags[i - 1]) runs.push({ from: time[i]!, to: time[i]! });
    if (flag) runs.at(-1)!.to = time[i]!;
  });
  return runs;
}

const overlap = (a: TimeRange, b: TimeRange): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);
