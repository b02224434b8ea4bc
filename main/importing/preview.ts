import { basename } from "node:path";
import { type ImportPreview, isRecording, type LogPlan, type RecordingPlan, type TextPlan } from "#shared/domain/importing.ts";
import { checkPlan } from "./check-plan.ts";
import { factLines } from "./fact-lines.ts";
import { type FileSource, openFile } from "./file-source.ts";
import type { LogDescription } from "./reader.ts";
import { readerOfFile } from "./reader-of-file.ts";
import { recordedRows } from "./recordings/recorded-rows.ts";
import { sameHeader } from "./same-header.ts";
import { tableNames } from "./table-names.ts";
import { replan } from "./text/describe-text.ts";
import { previewRows } from "./text/preview-rows.ts";
import { textSample } from "./text/text-sample.ts";

const shownPreamble = 40;
const bytesPerMs = 60_000; // measured on two cores of 2023 with 50 columns; other logs differ by a factor of two

type Guess = LogDescription<LogPlan>;

/**
 * What the files are understood to be. With a plan the files are read by that plan; only where its delimiter, decimal sign or
 * header line no longer give its columns are columns and clock guessed anew under them. Throws problems of the readers and
 * `import.zone-unknown`, `import.format-unknown`, `import.plan-differs`.
 */
export async function preview(files: readonly string[], agreed?: LogPlan): Promise<ImportPreview> {
  const first = await openFile(files[0]!);
  try {
    if (agreed) checkPlan(agreed);
    const guess = await guessOf(first, agreed);
    const { plan, findings } = await settled(first, guess, agreed);
    const sizes = [first.size, ...(await sizesOfOthers(files.slice(1), first, plan))];
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return {
      files: files.map((path, k) => ({ path, name: basename(path), bytes: sizes[k]! })),
      plan,
      findings: [...first.damage, ...findings],
      tables: guess ? tablesOf(guess) : [{ name: "", plan, rows: null }],
      facts: factLines(guess?.facts ?? {}),
      ...(isRecording(plan)
        ? await recordedPicture(first, plan, guess, files.length)
        : await textPicture(first, plan, bytes, files.length)),
      estimatedMs: Math.round(200 + bytes / bytesPerMs),
    };
  } finally {
    await first.close();
  }
}

/** What the first file would be taken for with no hint; text that nobody can guess is no obstacle where there is a plan for it. */
async function guessOf(first: FileSource, agreed: LogPlan | undefined): Promise<Guess | undefined> {
  try {
    return await (await readerOfFile(first)).describe(first);
  } catch (error) {
    if (agreed && !isRecording(agreed)) return undefined;
    throw error;
  }
}

async function settled(
  first: FileSource,
  guess: Guess | undefined,
  agreed: LogPlan | undefined,
): Promise<Pick<Guess, "plan" | "findings">> {
  if (agreed && !isRecording(agreed)) return replan(first, agreed);
  return { plan: agreed ?? guess!.plan, findings: guess!.findings };
}

function tablesOf({ plan, rows, beside, besideRows }: Guess): ImportPreview["tables"] {
  const plans = [plan, ...beside];
  const names = tableNames(plans);
  return plans.map((each, k) => ({ name: names[k]!, plan: each, rows: (k === 0 ? rows : besideRows?.[k - 1]) ?? null }));
}

type Picture = Pick<ImportPreview, "preamble" | "rows" | "estimatedRows">;

async function textPicture(first: FileSource, plan: TextPlan, bytes: number, files: number): Promise<Picture> {
  const sample = await textSample(first, plan.encoding);
  const inHead = Math.max(0, sample.head.length - plan.dataLine + 1);
  return {
    preamble: sample.head.slice(0, Math.min(plan.dataLine - 1, shownPreamble)),
    rows: previewRows(sample.head, plan),
    estimatedRows: sample.whole && files === 1 ? inHead : Math.round(bytes / sample.bytesPerLine),
  };
}

async function recordedPicture(first: FileSource, plan: RecordingPlan, guess: Guess | undefined, files: number): Promise<Picture> {
  const table = guess && tablesOf(guess).find((each) => isRecording(each.plan) && each.plan.table === plan.table);
  return { preamble: [], rows: await recordedRows(first, plan), estimatedRows: (table?.rows ?? 0) * files };
}

async function sizesOfOthers(files: readonly string[], first: FileSource, plan: LogPlan): Promise<number[]> {
  const sizes: number[] = [];
  for (const path of files) {
    const other = await openFile(path);
    try {
      await sameHeader(first, other, plan);
      sizes.push(other.size);
    } finally {
      await other.close();
    }
  }
  return sizes;
}
