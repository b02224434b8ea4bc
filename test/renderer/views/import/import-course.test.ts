import { expect, test } from "vitest";
import type { RecordingPlan } from "#shared/domain/importing.ts";
import {
  backAt,
  type ImportCourse,
  newCourse,
  wishesOf,
  withAgreed,
  withDraft,
  withoutLog,
} from "../../../../renderer/views/import/import-course.ts";
import type { ImportWish } from "../../../../renderer/views/import/import-wish.ts";

const plan: RecordingPlan = {
  format: "wav",
  table: "",
  columns: [],
  clock: { source: "rate", start: 0, stepMs: 1 },
  zone: "UTC",
  missing: [],
  duplicates: "first",
};
const groups = ["a", "b", "c"].map((name) => ({ name, files: [name], bytes: 1, format: "wav" }));
const wish = (group: number, table = 0): ImportWish => ({
  files: groups[group]!.files,
  guess: plan,
  plan,
  asset: { name: groups[group]!.name },
  name: `${groups[group]!.name}${table}`,
  rows: 1,
  group,
  table,
});
const first = withAgreed(newCourse(groups), [wish(0)]);
const second = withAgreed({ ...first, at: 1 }, [wish(1, 0), wish(1, 1)]);
const agreed: ImportCourse = withAgreed({ ...second, at: 2 }, [wish(2)]);

test("what was agreed to is told in the order of the logs, however one went through them", () => {
  expect(wishesOf(agreed).map(({ name }) => name)).toEqual(["a0", "b0", "b1", "c0"]);
});

test("a log that is left out takes what was decided about it along, and nothing else", () => {
  const decided = withDraft({ ...agreed, at: 2 }, { table: 1, tables: {} });
  const left = withoutLog({ ...decided, at: 1 });
  expect(left.groups.map(({ name }) => name)).toEqual(["a", "c"]);
  expect(left.drafts[1]).toEqual({ table: 1, tables: {} });
  expect(wishesOf(left).map(({ name, group }) => [name, group])).toEqual([
    ["a0", 0],
    ["c0", 1],
  ]);
  expect(withoutLog({ ...agreed, at: 2 }).at).toBe(1);
});

test("the way back holds only what did not end well, with nothing else checked", () => {
  const back = backAt(agreed, [wish(1, 1), wish(2)]);
  expect(back.groups.map(({ name }) => name)).toEqual(["b", "c"]);
  expect(back.drafts[0]?.tables).toEqual({ 0: { checked: false } });
  expect(back.at).toBe(0);
  expect(wishesOf(back)).toEqual([]);
});
