import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { root } from "../../build/root.ts";
import { figureRows } from "../bench/figure-rows.ts";

const bench = (...args: string[]) => spawnSync(process.execPath, [join(root, "test/bench/bench.ts"), ...args], { encoding: "utf8" });

test.each([
  [[]],
  [["speed"]],
  [["import", "health"]],
  [["import", "--fast"]],
  [["import", "--data"]],
  [["import", "--data", "/no/such/folder"]],
  [["health", "--only", "no-such-part"]],
])("bench %j is answered with its usage", (args) => {
  const { status, stdout, stderr } = bench(...args);
  expect(status).toBe(2);
  expect(stdout).toBe("");
  expect(stderr).toContain("usage: npm run bench -- AREA");
});

test("with --json, what cannot be measured for want of data says so in the one object on standard output", () => {
  const data = mkdtempSync(join(tmpdir(), "no-data-"));
  const { status, stdout, stderr } = bench("health", "--only", "skab", "--data", data, "--json");
  rmdirSync(data);
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toEqual({ skab: { skipped: expect.stringContaining("skab") } });
  expect(stderr).toContain("== health (skab)");
});

test("a figure stands beside its peer of the same run and its bar", () => {
  const { rows, skipped } = figureRows({
    import: { ms: 1500, duckdbMs: 1000, ratioDuckdb: 1.51234, ratioDuckdbBar: 1.5, ratioPandas: null, peakMemoryGB: 1.5 },
    skab: { recommended: { f1: 0.8, far: 14, mar: 25.1 } },
    coverage: { interval90: 94 },
    nab: { skipped: "there is no nab" },
  });
  const row = (path: string) => rows.find((each) => each.path === path);
  expect(row("import.ms")).toMatchObject({ ours: "1500", peer: "1000", unit: "ms", met: undefined });
  expect(row("import.ratioDuckdb")).toMatchObject({ ours: "1.512", bar: "<= 1.5", met: false });
  expect(row("import.peakMemoryGB")).toMatchObject({ unit: "GB", met: true });
  expect(row("skab.recommended.f1")).toMatchObject({ bar: ">= 0.8", met: true });
  expect(row("skab.recommended.mar")).toMatchObject({ unit: "%", met: false });
  expect(row("coverage.interval90")).toMatchObject({ bar: "88 .. 93", met: false });
  expect(rows.map(({ path }) => path)).not.toContain("import.duckdbMs");
  expect(rows.map(({ path }) => path)).not.toContain("import.ratioDuckdbBar");
  expect(skipped).toEqual(["import.ratioPandas: no figure", "nab: there is no nab"]);
});
