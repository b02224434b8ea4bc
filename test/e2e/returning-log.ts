import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SampleTruth } from "#shared/domain/sample-truth.ts";
import { returningFaults } from "../../main/sample/sample-plan.ts";
import { writeSampleLog } from "../../main/sample/write-sample-log.ts";

const plan = { ...returningFaults, intervalMs: 300_000 };
const until = plan.start + 46 * 86_400_000;

/** The sample plant in a quarter in which faults come back, in two logs: up to day 46, and from then on. */
export async function writeReturningLogs(): Promise<{ first: string; later: string; until: number; truth: SampleTruth }> {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-returning-"));
  const { csvPath, truth } = await writeSampleLog(folder, plan, { seed: plan.seed, tick: () => {} });
  const [head = "", ...lines] = readFileSync(csvPath, "utf8")
    .split("\n")
    .filter((line) => !line.startsWith("#"));
  const part = (name: string, keep: (at: number) => boolean): string => {
    const file = join(folder, name);
    writeFileSync(file, `${[head, ...lines.filter((line) => keep(Date.parse(line.slice(0, line.indexOf(",")))))].join("\n")}\n`);
    return file;
  };
  return { first: part("spring.csv", (at) => at < until), later: part("summer.csv", (at) => at >= until), until, truth };
}
