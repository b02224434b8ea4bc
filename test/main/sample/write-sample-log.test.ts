import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { threeMonths } from "../../../main/sample/sample-plan.ts";
import { simulate } from "../../../main/sample/simulate.ts";
import { writeSampleLog } from "../../../main/sample/write-sample-log.ts";
import { Cancelled } from "../../../shared/domain/problem.ts";
import { quietRun } from "../../../shared/domain/run.ts";

const plan = { ...threeMonths, days: 9, intervalMs: 600_000 };
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sample-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("the files hold the simulated log: header with units, ISO times, texts, one row twice, one remark", async () => {
  const { csvPath, truthPath } = await writeSampleLog(join(folder, "new"), plan, quietRun());
  const log = simulate(plan);
  const [header, ...lines] = (await readFile(csvPath, "utf8")).trimEnd().split("\n");
  expect(header).toMatch(/^time,P101\.demand \[m3\/h\],P101\.speed \[rpm\],/);
  const remarks = lines.filter((line) => line.startsWith("#"));
  expect(remarks).toHaveLength(1);
  const rows = lines.filter((line) => !line.startsWith("#")).map((line) => line.split(","));
  expect(rows).toHaveLength(log.frame.time.length + 1);
  expect(rows[log.duplicateRow + 1]).toEqual(rows[log.duplicateRow]);
  rows.splice(log.duplicateRow, 1);
  for (const [row, [time, ...cells]] of rows.entries()) {
    expect(time).toMatch(/^2025-03-\d\dT\d\d:\d0:00Z$/);
    expect(Date.parse(time!)).toBe(log.frame.time[row]);
    for (const [at, { tag, values }] of log.frame.columns.entries()) {
      if (Number.isNaN(values[row])) expect(cells[at]).toBe(log.states.find((s) => s.row === row && s.tag === tag)!.text);
      else expect(Number(cells[at])).toBe(values[row]);
    }
  }
  expect(JSON.parse(await readFile(truthPath, "utf8"))).toEqual(log.truth);
});

test("the same plan writes the same bytes", async () => {
  const one = await writeSampleLog(join(folder, "a"), plan, quietRun());
  const two = await writeSampleLog(join(folder, "b"), plan, quietRun());
  expect((await readFile(one.csvPath)).equals(await readFile(two.csvPath))).toBe(true);
  expect((await readFile(one.truthPath)).equals(await readFile(two.truthPath))).toBe(true);
});

test("progress only grows and ends full", async () => {
  const seen: number[] = [];
  await writeSampleLog(folder, plan, { seed: 1, tick: (done, total) => seen.push(done / total) });
  expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  expect(seen.at(-1)).toBe(1);
});

test("cancelled at any tick, it leaves no half file, and the log and truth that were there stay", async () => {
  const { csvPath, truthPath } = await writeSampleLog(folder, plan, quietRun());
  const before = [await readFile(csvPath, "utf8"), await readFile(truthPath, "utf8")];
  let ticks = 0;
  await writeSampleLog(join(folder, "count"), { ...plan, seed: 2 }, { seed: 1, tick: () => ticks++ });
  for (let stopAt = 0; stopAt < ticks; stopAt++) {
    let left = stopAt;
    const run = {
      seed: 1,
      tick: () => {
        if (left-- <= 0) throw new Cancelled();
      },
    };
    await expect(writeSampleLog(folder, { ...plan, seed: 2 }, run)).rejects.toThrow(Cancelled);
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
    expect([await readFile(csvPath, "utf8"), await readFile(truthPath, "utf8")]).toEqual(before);
  }
});
