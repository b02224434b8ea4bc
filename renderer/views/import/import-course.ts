import type { LogGroup } from "#shared/domain/log-group.ts";
import { emptyDraft, type ImportDraft } from "./import-draft.ts";
import type { ImportWish } from "./import-wish.ts";

/** The way of one or several logs through the wizard, one after the other. */
export interface ImportCourse {
  readonly groups: readonly LogGroup[];
  /** Which of them is shown. */
  readonly at: number;
  /** What was decided about each. */
  readonly drafts: Readonly<Record<number, ImportDraft>>;
  /** What was agreed to: the tables to import of each log that has been left for the next. */
  readonly agreed: Readonly<Record<number, readonly ImportWish[]>>;
}

export const newCourse = (groups: readonly LogGroup[]): ImportCourse => ({ groups, at: 0, drafts: {}, agreed: {} });

export const draftOf = (course: ImportCourse): ImportDraft => course.drafts[course.at] ?? emptyDraft;

export const withDraft = (course: ImportCourse, draft: ImportDraft): ImportCourse => ({
  ...course,
  drafts: { ...course.drafts, [course.at]: draft },
});

/** The course after the log shown was agreed to. */
export const withAgreed = (course: ImportCourse, wishes: readonly ImportWish[]): ImportCourse => ({
  ...course,
  agreed: { ...course.agreed, [course.at]: wishes },
});

/** All that was agreed to, in the order of the logs. */
export const wishesOf = (course: ImportCourse): ImportWish[] => course.groups.flatMap((_, k) => course.agreed[k] ?? []);

/** The course back at the first of these wishes, with nothing but them checked: for what did not end well. */
export function backAt(course: ImportCourse, wishes: readonly ImportWish[]): ImportCourse {
  const wanted = (group: number) => wishes.filter((wish) => wish.group === group);
  const groups = course.groups.filter((_, k) => wanted(k).length > 0);
  const drafts: Record<number, ImportDraft> = {};
  course.groups.forEach((group, k) => {
    const at = groups.indexOf(group);
    const draft = course.drafts[k] ?? emptyDraft;
    if (at < 0) return;
    const kept = new Set(wanted(k).map(({ table }) => table));
    const were = (course.agreed[k] ?? []).map(({ table }) => table);
    const left = Object.fromEntries(were.filter((t) => !kept.has(t)).map((t) => [t, { ...draft.tables[t], checked: false }]));
    drafts[at] = { ...draft, tables: { ...draft.tables, ...left } };
  });
  return { groups, at: 0, drafts, agreed: {} };
}

/** The course without the log shown. */
export function withoutLog(course: ImportCourse): ImportCourse {
  const kept = course.groups.flatMap((_, k) => (k === course.at ? [] : [k]));
  const moved = <T>(of: Readonly<Record<number, T>>) =>
    Object.fromEntries(kept.flatMap((k, place) => (of[k] === undefined ? [] : [[place, of[k]]])));
  const agreed = moved(course.agreed) as ImportCourse["agreed"];
  return {
    groups: kept.map((k) => course.groups[k]!),
    at: Math.min(course.at, kept.length - 1),
    drafts: moved(course.drafts) as ImportCourse["drafts"],
    agreed: Object.fromEntries(
      Object.entries(agreed).map(([place, wishes]) => [place, wishes.map((wish) => ({ ...wish, group: Number(place) }))]),
    ),
  };
}
