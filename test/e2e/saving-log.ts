import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SamplePlan } from "../../main/sample/sample-plan.ts";
import { writeSampleLog } from "../../main/sample/write-sample-log.ts";

const day = 86_400_000;
const plan: SamplePlan = { seed: 3, start: Date.UTC(2025, 2, 1), days: 90, intervalMs: 600_000, faults: false };

/** The sample plant without faults; from the day of the work on its motor takes 4 % less power. */
export const planted = { from: plan.start, work: plan.start + 60 * day, to: plan.start + 90 * day, percent: 4 } as const;

/** The path of a log with the saving in it. */
export async function writeSavingLog(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-saving-"));
  const { csvPath } = await writeSampleLog(folder, plan, { seed: plan.seed, tick: () => {} });
  const [head = "", ...lines] = readFileSync(csvPath, "utf8").split("\n");
  const power = head.split(",").findIndex((name) => name.startsWith("P101.motor_power"));
  const saved = lines.map((line) => {
    const cells = line.split(",");
    const value = Number(cells[power]);
    if (!(Date.parse(cells[0] ?? "") >= planted.work) || !Number.isFinite(value)) return line;
    cells[power] = (value * (1 - planted.percent / 100)).toFixed(3);
    return cells.join(",");
  });
  const file = join(folder, "pump-station.csv");
  writeFileSync(file, [head, ...saved].join("\n"));
  return file;
}
