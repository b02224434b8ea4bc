import { withProfile } from "#shared/domain/import-profile.ts";
import type { LogPlan } from "#shared/domain/importing.ts";
import { sameShape, shapeOf } from "#shared/domain/log-shape.ts";
import { type ImportCourse, wishesOf } from "./import-course.ts";

/** What was agreed to for an earlier log of the same shape, for this one; undefined where nothing of it was corrected. */
export function agreedFor(course: ImportCourse, guess: LogPlan): { readonly plan: LogPlan; readonly from: string } | undefined {
  const alike = wishesOf(course).find((wish) => wish.group !== course.at && sameShape(shapeOf(wish.guess), shapeOf(guess)));
  if (!alike || JSON.stringify(alike.guess) === JSON.stringify(alike.plan)) return undefined;
  return { plan: withProfile(alike, guess), from: alike.name };
}
