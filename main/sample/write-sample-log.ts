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
 * Simulates the plan and writes its log and its truth into the folder, which is made where it is missing. Each file appears whole or
 * not at all: temporary file, flush, rename. The log is UTF-8 with commas, `name [unit]` headers and ISO times in UTC.
 * @throws Cancelled once `run` is told to stop; nothing is left behind then.
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
  await writeWhole(csvPath, async (file) => {
    await file.write(header());
    const chunk = 4096;
    for (let row = 0; row < rows; row += chunk) {
      run.tick(60 + (40 * row) / rows, total);
      await file.write(lines(log, row, Math.min(rows, row + chunk)));
    }
  });
  await writeWhole(truthPath, (file) => file.write(`${JSON.stringify(log.truth, null, 2)}\n`));
  run.tick(total, total);
  return { csvPath, truthPath, truth: log.truth };
}

async function writeWhole(path: string, write: (file: FileHandle) => Promise<unknown>): Promise<void> {
  const temporary = `${path}.part`;
  try {
    const file = await open(temporary, "w");
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
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
