import { useEffect } from "react";
import { withProfile } from "#shared/domain/import-profile.ts";
import { sameShape, shapeOf } from "#shared/domain/log-shape.ts";
import { type ImportCourse, wishesOf } from "./import-course.ts";
import type { Preview } from "./use-preview.ts";

/** Reads a log by what was agreed to for an earlier one of the same shape, as long as nothing was decided about it. */
export function useAgreedSettings(course: ImportCourse, { guess, draft, decide }: Preview): void {
  const { table } = draft;
  const untouched = draft.tables[table] === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known what the table was taken for
  useEffect(() => {
    if (!guess || !untouched) return;
    const alike = wishesOf(course).find((wish) => wish.group !== course.at && sameShape(shapeOf(wish.guess), shapeOf(guess)));
    if (!alike || JSON.stringify(alike.guess) === JSON.stringify(alike.plan)) return;
    decide(table, { plan: withProfile(alike, guess), from: alike.name });
  }, [guess, untouched, table]);
}
