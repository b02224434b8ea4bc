import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { onepercent, scratch, start } from "./onepercent.ts";
import { pumpLog, pumpLogStart } from "./pump-log.ts";

const day = 1440; // rows
const home = scratch();
const project = join(home, "plant");
const log = pumpLog(home, { rows: 6 * day, wornFrom: 4 * day });

/** Runs a command under --json, and holds standard output to one object and standard error to silence. */
async function answer(...args: readonly string[]): Promise<never> {
  const { code, stdout, stderr } = await onepercent(...args, "--json", "--quiet");
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  return JSON.parse(stdout) as never;
}

interface TrainAnswer {
  asset: { name: string };
  models: {
    id: string;
    family: string;
    tags: string[];
    rows: number;
    reference: { from: string; to: string }[];
    episodes: { from: string; contributions: { tag: string }[] }[];
  }[];
}

describe("from a log to a report", { timeout: 120_000 }, () => {
  let imported: { assetId: string; plan: object; report: { rowsKept: number; columns: { tag: string; unit: string; kind: string }[] } };

  beforeAll(async () => {
    imported = await answer(
      "import",
      log,
      "--project",
      project,
      "--asset",
      "P-7",
      "--set",
      "tag:bearing_temperature=TT7",
      "--set",
      "zone=UTC",
    );
  }, 60_000);

  it("an import prints its repair report and makes the project", () => {
    expect(existsSync(join(project, "catalog.sqlite"))).toBe(true);
    expect(imported.report.rowsKept).toBe(6 * day);
    expect(imported.report.columns.map(({ tag, unit, kind }) => `${tag} ${unit} ${kind}`)).toEqual([
      "time  time",
      "flow m3/h number",
      "motor_power kW number",
      "TT7 °C number",
    ]);
  });

  it("what an import printed is a profile for the next", async () => {
    const profile = join(home, "profile.json");
    writeFileSync(profile, JSON.stringify(imported));
    const other = join(scratch(), "other");
    const again = (await answer("import", log, "--project", other, "--profile", profile)) as typeof imported & {
      files: { name: string }[];
    };
    expect(again.plan).toEqual(imported.plan);
    expect(again.report.columns.map(({ tag }) => tag)).toContain("TT7");
  });

  it("a model is trained on the rows asked for, finds the worn pump, and names tags that show it", async () => {
    const { models, asset } = (await answer(
      ...["train", "--project", project, "--family", "pca", "--reference-rows", `1..${3 * day}`, "--alerts-per-week", "2"],
    )) as TrainAnswer;
    expect(asset.name).toBe("P-7");
    expect(models.map(({ family }) => family)).toEqual(["pca"]);
    const [model] = models;
    expect(model?.reference).toEqual([
      { from: new Date(pumpLogStart).toISOString(), to: new Date(pumpLogStart + 3 * 86_400_000).toISOString() },
    ]);
    const worn = model!.episodes.filter(({ from }) => Date.parse(from) >= pumpLogStart + 4 * 86_400_000 - 3_600_000);
    expect(worn.length).toBeGreaterThan(0);
    expect(worn[0]?.contributions.map(({ tag }) => tag)).toContain("motor_power");
  });

  it("scoring with a new file adds it to the log once", async () => {
    const next = pumpLog(home, { rows: 7 * day, wornFrom: 4 * day, name: "next.csv" });
    const first = (await answer("score", next, "--project", project, "--model", "latest")) as TrainAnswer & { imports: object[] };
    expect(first.imports.length).toBe(1);
    expect(first.models.length).toBe(1);
    const second = (await answer("score", next, "--project", project)) as { imports: object[] };
    expect(second.imports).toEqual([]);
  });

  it("a KPI given as a formula is held against its baseline and priced", async () => {
    const rated = (await answer(
      ...[
        "efficiency",
        "--project",
        project,
        "--kpi",
        "specific energy",
        "--formula",
        "motor_power / flow",
        "--unit",
        "kWh/m3",
        "--better",
        "lower",
      ],
      ...[
        "--relevant",
        "flow",
        "--baseline",
        `1..${4 * day}`,
        "--reporting",
        "2025-01-10..2025-01-11",
        "--price",
        "0.1",
        "--currency",
        "CHF",
      ],
    )) as {
      totals: { lossPercent: number };
      excessUnit: string;
      value: { currency: string; onePercentPerYear: number };
      daily: { day: string }[];
    };
    expect(rated.totals.lossPercent).toBeGreaterThan(9);
    expect(rated.totals.lossPercent).toBeLessThan(11);
    expect(rated.value.currency).toBe("CHF");
    expect(rated.daily.map((each) => each.day)).toEqual(["2025-01-10", "2025-01-11"]);
  });

  it("a report is written in every form asked for, in the language asked for", async () => {
    const html = join(home, "reports", "report.html");
    const xlsx = join(home, "reports", "report.xlsx");
    const { files } = (await answer("report", "--project", project, "--out", html, "--out", xlsx, "--lang", "zh")) as {
      files: { path: string }[];
    };
    expect(files.map(({ path }) => path)).toEqual([html, xlsx]);
    expect(readFileSync(html, "utf8")).toMatch(/<html lang="zh/);
    expect(readFileSync(xlsx).subarray(0, 2).toString("latin1")).toBe("PK");
  });

  it("a recipe does it all and says which step is running", async () => {
    const recipe = join(home, "recipe.json");
    const health = { families: [{ id: "pca", params: {} }], reference: `1..${3 * day}` };
    const kpi = { name: "specific energy", formula: "motor_power / flow", better: "lower", relevantVariables: ["flow"] };
    const content = {
      version: 1,
      import: { files: ["pump.csv"], asset: "P-8" },
      health,
      efficiency: [{ kpi, baseline: `1..${4 * day}`, reporting: `${4 * day + 1}..${6 * day}` }],
      report: { out: ["out/report.html"], title: "P-8" },
    };
    writeFileSync(recipe, JSON.stringify(content));
    const { code, stdout } = await onepercent("run", recipe, "--project", join(home, "by-recipe"), "--quiet");
    expect(code).toBe(0);
    expect(stdout.match(/^Step \d of \d: .*$/gm)).toEqual([
      "Step 1 of 4: import pump.csv",
      "Step 2 of 4: health of P-8",
      "Step 3 of 4: efficiency, specific energy",
      "Step 4 of 4: report report.html",
    ]);
    expect(existsSync(join(home, "out", "report.html"))).toBe(true);
  });

  it("a recipe that cannot be used is a problem that names the place", async () => {
    const recipe = join(home, "wrong.json");
    writeFileSync(recipe, JSON.stringify({ version: 1, import: {}, report: { out: ["report.doc"] } }));
    const { code, stderr } = await onepercent("run", recipe, log, "--project", join(home, "never"));
    expect(code).toBe(1);
    expect(stderr).toContain("report.out.0");
    expect(existsSync(join(home, "never"))).toBe(false);
  });

  it("names that are not there are problems that list those that are", async () => {
    expect((await onepercent("train", "--project", project, "--asset", "P-9")).stderr).toContain("it holds P-7");
    expect((await onepercent("train", "--project", project, "--tags", "flw")).stderr).toContain("flow");
    expect((await onepercent("efficiency", "--project", project, "--kpi", "none such")).stderr).toContain("specific energy");
  });

  it("inspect imports nothing and tells the facts of every column", async () => {
    const { tables } = (await answer("inspect", log)) as {
      tables: { rows: number; time: { first: string }; columns: { name: string; valid: number }[] }[];
    };
    expect(tables[0]).toMatchObject({ rows: 6 * day, time: { first: new Date(pumpLogStart).toISOString(), monotonic: true } });
    expect(tables[0]?.columns.map(({ valid }) => valid).slice(1)).toEqual([6 * day, 6 * day, 6 * day]);
  });
});

describe("a reader that leaves", () => {
  it("does not keep the work from its end", async () => {
    const importing = start("import", log, "--project", join(scratch(), "plant"), "--quiet");
    importing.deafen();
    expect(await importing.ended).toMatchObject({ code: 0, stderr: "" });
  }, 30_000);
});

describe("Ctrl-C", { timeout: 120_000 }, () => {
  it("stops a running job, keeps nothing of it and leaves the project free", async () => {
    const place = join(scratch(), "plant");
    await answer("import", pumpLog(home, { rows: 20 * day, name: "long.csv" }), "--project", place);
    const training = start("train", "--project", place, "--family", "isolation-forest", "--set", "isolation-forest.trees=1000");
    await training.said("Training");
    training.signal("SIGINT");
    const { code, stdout, stderr } = await training.ended;
    expect(code).toBe(130);
    expect(stderr).toContain("Stopped; nothing of the unfinished step was kept.");
    expect(stdout).toBe("");
    expect(readdirSync(join(place, "temp"))).toEqual([]);
    expect(readdirSync(join(place, "models"))).toEqual([]);
    expect((await onepercent("score", "--project", place)).stderr).toContain("has no health model yet");
  });

  it("stops the demo between its steps and leaves nothing behind", async () => {
    const place = join(scratch(), "demo");
    const demo = start("demo", "--out", place, "--json");
    await demo.said("Simulating");
    demo.signal("SIGINT");
    const { code, stdout } = await demo.ended;
    expect(code).toBe(130);
    expect(JSON.parse(stdout)).toMatchObject({ problem: { code: "cancelled" } });
    expect(readdirSync(place)).toEqual([]);
  });
});
