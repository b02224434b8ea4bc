import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Run } from "#shared/domain/run.ts";
import type { SampleTruth } from "#shared/domain/sample-truth.ts";
import type { SamplePlan } from "./sample-plan.ts";
import { sampleTags } from "./sample-tags.ts";
import { type SampleLog, simulate } from "./simulate.ts";

export const sampleLogName = "sample-plant.csv";
export const sampleTruthName = "sample-truth.json";

/**
 * Simulates the plan and writes its log and its truth into the folder, which is made where it is missing. Both files are written beside
 * their place and flushed, then renamed: there are the old files or the new ones. The log is UTF-8 with commas, `name [unit]` headers
 * and ISO times in UTC.
 * @throws Cancelled once `run` is told to stop; nothing of the new files is left then.
 */
export async function writeSampleLog(
  folder: string,
  plan: SamplePlan,
  run: Run,
): Promise<{ csvPath: string; truthPath: string; truth: SampleTruth }> {
  const total = 100;
  const log = simulate(plan, { seed: run.seed, tick: (done, of) => run.tick((60 * done) / of, total) });
  await mkdir(folder, { recursive: true });
  const csvPath = join(folder, sampleLogName);
  const truthPath = join(folder, sampleTruthName);
  const rows = log.frame.time.length;
  try {
    await writeBeside(csvPath, async (file) => {
      await file.write(header());
      const chunk = 4096;
      for (let row = 0; row < rows; row += chunk) {
        run.tick(60 + (40 * row) / rows, total);
        await file.write(lines(log, row, Math.min(rows, row + chunk)));
      }
    });
    await writeBeside(truthPath, (file) => file.write(`${JSON.stringify(log.truth, null, 2)}\n`));
    // The last chance to stop: what follows is done.
    run.tick(total, total);
    await rename(beside(truthPath), truthPath);
    await rename(beside(csvPath), csvPath);
  } catch (error) {
    await Promise.all([csvPath, truthPath].map((path) => rm(beside(path), { force: true })));
    throw error;
  }
  return { csvPath, truthPath, truth: log.truth };
}

const beside = (path: string): string => `${path}.part`;

async function writeBeside(path: string, write: (file: FileHandle) => Promise<unknown>): Promise<void> {
  const file = await open(beside(path), "w");
  try {
    await write(file);
    await file.sync();
  } finally {
    await file.close();
  }
}

const header = (): string => `time,${sampleTags.map(({ tag, unit }) => `${tag} [${unit}]`).join(",")}\n`;

function lines({ frame, states, duplicateRow, remarkRow }: SampleLog, from: number, to: number): string {
  let text = "";
  for (let row = from; row < to; row++) {
    const time = new Date(frame.time[row]!).toISOString().replace(".000Z", "Z");
    let line = time;
    for (let at = 0; at < sampleTags.length; at++) {
      const { tag, values } = frame.columns[at]!;
      const value = values[row]!;
      if (Number.isNaN(value)) line += `,${states.find((state) => state.row === row && state.tag === tag)?.text ?? ""}`;
      else line += `,${value.toFixed(sampleTags[at]!.decimals)}`;
    }
    if (row === remarkRow) text += `# logger restarted ${time}\n`;
    text += `${line}\n`;
    if (row === duplicateRow) text += `${line}\n`;
  }
  return text;
}
