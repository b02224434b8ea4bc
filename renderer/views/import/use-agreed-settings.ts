import { useEffect } from "react";
import { agreedFor } from "./agreed-for.ts";
import type { ImportCourse } from "./import-course.ts";
import type { Preview } from "./use-preview.ts";

/** Reads a log by what was agreed to for an earlier one of the same shape, as long as nothing was decided about it. */
export function useAgreedSettings(course: ImportCourse, { guess, draft, decide }: Preview): void {
  const { table } = draft;
  const untouched = draft.tables[table] === undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is known what the table was taken for
  useEffect(() => {
    const agreed = guess && untouched ? agreedFor(course, guess) : undefined;
    if (agreed) decide(table, agreed);
  }, [guess, untouched, table]);
}
