import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { globalsOf } from "../../build/layers/globals-of.ts";
import { importsOf } from "../../build/layers/imports-of.ts";
import { layerOf } from "../../build/layers/layer-of.ts";
import { table } from "../../build/layers/table.ts";
import { violations } from "../../build/layers/violations.ts";

const projects: string[] = [];
afterEach(() => {
  for (const project of projects.splice(0)) rmSync(project, { recursive: true });
});

/** What the real table says of a small project made of these files. */
function judged(files: Readonly<Record<string, string>>): string[] {
  const project = mkdtempSync(join(tmpdir(), "onepercent-layers-"));
  projects.push(project);
  for (const [file, source] of Object.entries(files)) {
    mkdirSync(dirname(join(project, file)), { recursive: true });
    writeFileSync(join(project, file), source);
  }
  return violations(project, table).map(({ file, line, what }) => `${file}:${line} ${what}`);
}

describe("the import table allows", () => {
  test.each([
    ["a part to use what is shared", "main/store/catalog.ts", 'import { problem } from "#shared/domain/problem.ts";'],
    ["the workbench to use a part", "main/workbench/health.ts", 'import { score } from "../analysis/health/score.ts";'],
    ["a file its own layer", "main/analysis/models/pca.ts", 'import { family } from "./deep/family.ts"; export * from "../models/x.ts";'],
    [
      "the folders of the analysis to use its signal functions",
      "main/analysis/features/lag.ts",
      'import { median } from "../signal/median.ts";',
    ],
    ["the store to use its databases", "main/store/signals/read.ts", 'const { DuckDBInstance } = await import("@duckdb/node-api");'],
    ["the engine to name Electron's types", "main/engine.ts", 'import type { MessagePortMain } from "electron";'],
    ["a test to use what its subject uses", "test/main/store/catalog.test.ts", 'import Database from "better-sqlite3";'],
    ["a view to use a chart", "renderer/views/health/page.tsx", 'import { TrendChart } from "../../charts/trend-chart.tsx";'],
    [
      "Node's modules and paths below them",
      "main/sample/plant.ts",
      'import { open } from "node:fs/promises"; import { join } from "node:path/posix";',
    ],
    ["a window of samples in pure code", "main/analysis/signal/mean.ts", "export const mean = (window: number[]) => window.length;"],
    ["a date made from a number", "shared/units/format-time.ts", "export const iso = (ms: number) => new Date(ms).toISOString();"],
  ])("%s", (_, file, source) => expect(judged({ [file]: source })).toEqual([]));
});

describe("the import table refuses", () => {
  test.each([
    ["a file that belongs to no layer", "main/helpers/text.ts", "export {};", ":0 belongs to no layer"],
    ["an import of a file that belongs to no layer", "main/store/a.ts", 'import "../helpers/text.ts";', ":1 imports main/helpers/text.ts"],
    [
      "the window's code to reach into main",
      "renderer/data/engine.ts",
      'import "../../main/store/catalog.ts";',
      "may not import main/store/",
    ],
    [
      "main to reach into the window's code",
      "main/workbench/report.ts",
      'import "../../renderer/charts/x.tsx";',
      "may not import renderer/charts/",
    ],
    ["shared code to reach into main", "shared/domain/frame.ts", 'import "../../main/jobs/task.ts";', "may not import main/jobs/"],
    ["shared code to use Node", "shared/domain/frame.ts", 'import { join } from "node:path";', "imports node:path"],
    ["shared code to use the page", "shared/document/html.ts", "\ndocument.title;", ":2 uses document"],
    ["shared code to use Node's globals", "shared/rpc/ask.ts", "process.exit();", "uses process"],
    ["the analysis to use Node", "main/analysis/signal/fft.ts", 'import fs from "fs";', "imports node:fs"],
    ["the analysis to use Electron", "main/analysis/models/pca.ts", 'import { app } from "electron";', "imports electron"],
    ["the analysis to ask the clock", "main/analysis/health/fit.ts", "Date.now();", "uses Date.now"],
    ["the analysis to ask for today", "main/analysis/health/fit.ts", "const today = new Date();", "uses new Date()"],
    ["the analysis to throw dice", "main/analysis/models/forest.ts", "Math.random();", "uses Math.random"],
    [
      "folders of the analysis to know each other",
      "main/analysis/features/lag.ts",
      'import "../episodes/limit.ts";',
      "main/analysis/episodes/",
    ],
    ["the analysis to know the store", "main/analysis/models/pca.ts", 'import "../../store/catalog.ts";', "main/store/"],
    ["parts of main to know each other", "main/importing/read.ts", 'import "../store/catalog.ts";', "may not import main/store/"],
    ["parts of main to know the workbench", "main/jobs/job-queue.ts", 'import "../workbench/health.ts";', "may not import main/workbench/"],
    ["the workbench to know the shell", "main/workbench/report.ts", 'import "../shell/printing.ts";', "may not import main/shell/"],
    ["Electron outside the shell", "main/workbench/report.ts", 'import { app } from "electron";', "imports electron"],
    ["more than Electron's types in the engine", "main/engine.ts", 'import { app } from "electron";', "may only use types"],
    ["Electron's types written so that they still load it", "main/engine.ts", 'import { type App } from "electron";', "may only use types"],
    ["a view to know another", "renderer/views/health/page.tsx", 'import "../report/page.tsx";', "may not import renderer/views/report/"],
    ["charts to ask the engine", "renderer/charts/trend.tsx", 'import "../data/use-ask.ts";', "may not import renderer/data/"],
    ["Recharts outside charts", "renderer/views/health/page.tsx", 'import { Line } from "recharts";', "imports recharts"],
    ["the component kit outside the window's code", "main/shell/window.ts", 'import "@mantine/core/styles.css";', "imports @mantine/core"],
    ["SQLite outside the store", "main/workbench/project.ts", 'import Database from "better-sqlite3";', "imports better-sqlite3"],
    ["DuckDB outside the store", "main/importing/csv.ts", 'await import("@duckdb/node-api");', "imports @duckdb/node-api"],
    [
      "tensors outside compute and models",
      "main/workbench/health.ts",
      'import "@tensorflow/tfjs-backend-wasm";',
      "imports @tensorflow/tfjs-backend-wasm",
    ],
    ["the network in main", "main/workbench/system.ts", 'import "node:https";', "imports node:https"],
    ["the network in the window's code", "renderer/app/app.tsx", 'fetch("https://example.org");', "uses fetch"],
    ["imports in types", "shared/domain/frame.ts", 'type T = import("electron").App;', "imports electron"],
    ["re-exports", "main/jobs/task.ts", 'export { score } from "../analysis/health/score.ts";', "main/analysis/health/"],
    ["require", "main/jobs/task.ts", 'require("electron");', "imports electron"],
    [
      "require under another name",
      "main/jobs/task.ts",
      'const load = createRequire(import.meta.url); load.resolve("electron");',
      "imports electron",
    ],
    ["files named by an address", "main/jobs/pool.ts", 'new URL("../worker.ts", import.meta.url);', "may not import main/worker.ts"],
    ["what is only named while it runs", "main/jobs/pool.ts", "await import(name);", "only named while it runs"],
    ["a test the packages of another layer", "test/main/jobs/queue.test.ts", 'import "better-sqlite3";', "imports better-sqlite3"],
  ])("%s", (_, file, source, expected) => {
    const found = judged({ [file]: source });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(file);
    expect(found[0]).toContain(expected);
  });
});

test("every violation is told, file by file and line by line", () => {
  const two = 'import "electron";\nimport "../store/catalog.ts";';
  expect(judged({ "main/jobs/b.ts": two, "main/jobs/a.ts": 'import "electron";' }).map((line) => line.split(" ")[0])).toEqual([
    "main/jobs/a.ts:1",
    "main/jobs/b.ts:1",
    "main/jobs/b.ts:2",
  ]);
});

test("the longest place that fits a file is its layer", () => {
  expect(layerOf("main/engine/links.ts", table)?.place).toBe("main/engine/");
  expect(layerOf("main/engine.ts", table)?.place).toBe("main/engine.ts");
  expect(layerOf("renderer/views/health/charts/score.tsx", table)?.place).toBe("renderer/views/health/");
  expect(layerOf("renderer/views/page.tsx", table)).toBeUndefined();
});

test("no place stands twice in the table, and every place a row may import from exists", () => {
  const places = table.map((layer) => layer.place);
  expect(new Set(places).size).toBe(places.length);
  for (const from of table.flatMap((layer) => layer.imports))
    expect(
      places.some((place) => place.startsWith(from)),
      from,
    ).toBe(true);
});

test("imports are read from the syntax, not from the text", () => {
  const source =
    'const text = \'import "electron"\'; // import "electron"\nimport type { A } from "a";\nexport type { B } from "b";\nexport const c = 1;';
  expect(importsOf("a.ts", source)).toEqual([
    { specifier: "a", typeOnly: true, line: 2 },
    { specifier: "b", typeOnly: true, line: 3 },
  ]);
});

test("a name is a global only where the file declares it nowhere", () => {
  const names = (source: string) => globalsOf("a.tsx", source).map((use) => use.name);
  expect(names("document;")).toEqual(["document"]);
  expect(names("type T = HTMLElement;")).toEqual(["HTMLElement"]);
  expect(names("const o = { document: 1 }; o.document; class C { document = 1 }")).toEqual([]);
  expect(names("const f = ({ document, x: [window = 1] }) => document + window;")).toEqual([]);
  expect(names("try { } catch ({ name: event }) { event; }")).toEqual([]);
});
