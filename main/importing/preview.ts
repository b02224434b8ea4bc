import { stat } from "node:fs/promises";
import { basename } from "node:path";
import type { ImportPreview, TextPlan } from "#shared/domain/importing.ts";
import { checkPlan } from "./check-plan.ts";
import { type FileSource, openFile } from "./file-source.ts";
import { sameHeader } from "./same-header.ts";
import { describeText, replan } from "./text/describe-text.ts";
import { previewRows } from "./text/preview-rows.ts";
import { textSample } from "./text/text-sample.ts";

const shownPreamble = 40;
const bytesPerMs = 60_000; // measured on two cores of 2023 with 50 columns; other logs differ by a factor of two

/**
 * What the files are understood to be. With a plan the files are read by that plan; only where its delimiter, decimal sign or
 * header line no longer give its columns are columns and clock guessed anew under them. Throws problems of `describeText` and
 * `import.zone-unknown`, `import.format-unknown`, `import.plan-differs`.
 */
export async function preview(files: readonly string[], agreed?: TextPlan): Promise<ImportPreview> {
  const first = await openFile(files[0]!);
  try {
    if (agreed) checkPlan(agreed);
    const { plan, findings } = agreed ? await replan(first, agreed) : await describeText(first);
    await sameHeaders(files, first, plan);
    const sample = await textSample(first, plan.encoding);
    const described = await Promise.all(files.map(async (path) => ({ path, name: basename(path), bytes: (await stat(path)).size })));
    const bytes = described.reduce((sum, f) => sum + f.bytes, 0);
    const head = Math.max(0, sample.head.length - plan.dataLine + 1);
    return {
      files: described,
      plan,
      preamble: sample.head.slice(0, Math.min(plan.dataLine - 1, shownPreamble)),
      rows: previewRows(sample.head, plan),
      estimatedRows: sample.whole && files.length === 1 ? head : Math.round(bytes / sample.bytesPerLine),
      estimatedMs: Math.round(200 + bytes / bytesPerMs),
      findings: [...findings],
    };
  } finally {
    await first.close();
  }
}

async function sameHeaders(files: readonly string[], first: FileSource, plan: TextPlan): Promise<void> {
  for (const path of files.slice(1)) {
    const other = await openFile(path);
    try {
      await sameHeader(first, other, plan);
    } finally {
      await other.close();
    }
  }
}
