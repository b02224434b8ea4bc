import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createWorkbench } from "../../../main/workbench/create.ts";
import type { Workbench } from "../../../main/workbench/workbench.ts";

const folder = mkdtempSync(join(tmpdir(), "quality-"));
let bench: Workbench;
let importId = "";

beforeAll(async () => {
  const workerEntry = join(import.meta.dirname, "../../../main/worker.ts");
  bench = createWorkbench({ userData: join(folder, "user"), workerEntry, host: "cli", version: "0.0.0", electron: null });
  const log = join(folder, "pump.csv");
  const lines = ["time,flow [m3/h],level [m]"];
  for (let k = 0; k < 5000; k++) {
    const flow = k === 3210 ? 900 : 100 + 20 * Math.sin(k / 70) + 3 * Math.sin(k * 2.3);
    lines.push(
      `${new Date(Date.UTC(2025, 0, 1) + k * 60_000).toISOString()},${flow.toFixed(2)},${k % 25 === 0 ? "Bad" : (3 + Math.sin(k * 1.7)).toFixed(3)}`,
    );
  }
  writeFileSync(log, `${lines.join("\n")}\n`);
  const { project, importing } = bench.handlers;
  await project.create({ folder: join(folder, "project"), name: "Pump house" });
  const { plan } = await importing.preview({ files: [log] });
  const { jobId } = await importing.start({ files: [log], plan: plan as never, asset: { name: "P-1" } });
  const { status } = await bench.jobEnded(jobId);
  importId = (status as { result: { importId: string } }).result.importId;
});
afterAll(() => bench.close());

test("what the samples of an import are worth is looked into once and kept", async () => {
  const { quality } = bench.handlers;
  expect(await quality.of({ importId })).toBeNull();
  const first = await quality.assess({ importId });
  expect(await quality.assess({ importId })).toEqual(first);
  expect((await bench.jobEnded(first.jobId)).status.state).toBe("done");
  const report = (await quality.of({ importId }))!;
  expect(report.rows).toBe(5000);
  expect(report.tags.map(({ tag, findings }) => [tag, ...findings.map(({ code }) => code)])).toEqual([
    ["flow", "quality.tag.spikes"],
    ["level", "quality.tag.states"],
  ]);
  expect(report.tags[0]!.findings[0]!.data.value).toBe("900 m³/h");
  expect(report.tags[1]!.states).toEqual([{ text: "Bad", count: 200 }]);
});

test("a look that was stopped can be taken again", async () => {
  const { quality, jobs } = bench.handlers;
  const { jobId } = await quality.assess({ importId });
  await jobs.cancel({ jobId });
  await bench.jobEnded(jobId);
  const again = await quality.assess({ importId });
  expect(again.jobId).not.toBe(jobId);
  expect((await bench.jobEnded(again.jobId)).status.state).toBe("done");
});

test("goes with its import when that is removed", async () => {
  const { quality, importing } = bench.handlers;
  await importing.remove({ importId, force: true });
  await expect(async () => quality.of({ importId })).rejects.toMatchObject({ problem: { code: "import.unknown" } });
});
