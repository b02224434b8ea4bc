import { titleOf } from "../../app/paths.ts";
import { askOnce } from "../../data/use-ask.ts";
import { agreedFor } from "./agreed-for.ts";
import { newAssetName } from "./asset-choice.ts";
import type { ImportCourse } from "./import-course.ts";
import { emptyDraft } from "./import-draft.ts";
import type { ImportWish } from "./import-wish.ts";
import { wantedTables } from "./wanted-tables.ts";
import { wishName } from "./wish-name.ts";

/**
 * Agrees to every log behind the one shown, as it was understood or as a log of its shape was agreed to before. Ends at the first that
 * needs a person; behind the last log where none does.
 */
export async function agreeToRest(course: ImportCourse): Promise<ImportCourse> {
  let next = course;
  for (let at = course.at + 1; at < course.groups.length; at++) {
    next = { ...next, at };
    if (next.agreed[at]) continue;
    const wishes = await understood(next).catch(() => undefined);
    if (!wishes) return next;
    next = { ...next, agreed: { ...next.agreed, [at]: wishes } };
  }
  return { ...next, at: course.groups.length };
}

/** Undefined where the log cannot be imported without a person. */
async function understood(course: ImportCourse): Promise<ImportWish[] | undefined> {
  const group = course.groups[course.at]!;
  const draft = course.drafts[course.at] ?? emptyDraft;
  const { tables, findings, estimatedRows } = await askOnce("importing", "preview", { files: [...group.files] });
  if (findings.some(({ severity }) => severity === "blocking")) return undefined;
  const wishes = wantedTables(draft, tables).map((table): ImportWish => {
    const { plan: guess, rows } = tables[table]!;
    const name = draft.tables[table]?.assetName ?? newAssetName(titleOf(group.files[0]!), tables, table);
    const id = draft.tables[table]?.assetId;
    return {
      files: group.files,
      guess,
      plan: draft.tables[table]?.plan ?? agreedFor(course, guess)?.plan ?? guess,
      asset: id ? { id } : { name },
      name: wishName(group, tables, table),
      rows: rows === null ? (table === 0 ? estimatedRows : 0) : rows * group.files.length,
      group: course.at,
      table,
    };
  });
  const isReady = wishes.length > 0 && wishes.every(({ plan }) => plan.columns.some(({ kind }) => kind === "number"));
  return isReady ? wishes : undefined;
}
