import { describe, expect, test } from "vitest";
import type { TextPlan } from "#shared/domain/importing.ts";
import { planTags, withTags } from "../../../../renderer/views/import/plan-tags.ts";
import {
  clashing,
  commonBeginning,
  type NamedTag,
  pastedOver,
  replacedIn,
  withoutBeginning,
} from "../../../../renderer/views/import/tag-names.ts";

const named = (...tags: string[]): NamedTag[] => tags.map((tag) => ({ header: `${tag} (raw)`, tag, unit: "" }));
const names = (tags: readonly NamedTag[]) => tags.map(({ tag }) => tag);

describe("names of tags", () => {
  test("what all begin with is found up to a separator, and never a whole name", () => {
    expect(commonBeginning(["Plant.P101.flow", "Plant.P101.power"])).toBe("Plant.P101.");
    expect(commonBeginning(["P101_flow", "P101_force"])).toBe("P101_");
    expect(commonBeginning(["flow", "force"])).toBe("");
    expect(commonBeginning(["P101.", "P101.flow"])).toBe("");
    expect(commonBeginning(["P101.flow"])).toBe("");
    const tags = named("Plant.a", "Plant.b");
    expect(names(withoutBeginning(tags, "Plant."))).toEqual(["a", "b"]);
  });

  test("a text is put for another as it stands, not as a pattern, and no name becomes empty", () => {
    expect(names(replacedIn(named("a.b.c", "axb"), ".", "_"))).toEqual(["a_b_c", "axb"]);
    expect(names(replacedIn(named("P", "P1"), "P", ""))).toEqual(["P", "1"]);
  });

  test("two columns of a spreadsheet name tags by the name in the file or the one given, a third gives the unit", () => {
    const { tags, rows, fitted } = pastedOver(named("x", "y", "z"), "x (raw)\tflow\tm3/h\r\ny\tpressure\r\nnobody\tp\r\n\r\n");
    expect(tags.map(({ tag, unit }) => [tag, unit])).toEqual([
      ["flow", "m3/h"],
      ["pressure", ""],
      ["z", ""],
    ]);
    expect([rows, fitted]).toEqual([3, 2]);
  });

  test("a name that two tags have, or none, is told", () => {
    expect([...clashing(named("a", "b", "a", " "))]).toEqual(["a", " "]);
    expect(clashing(named("a", "b")).size).toBe(0);
  });
});

const plan: TextPlan = {
  encoding: "utf-8",
  delimiter: ";",
  decimal: ",",
  headerLine: 1,
  unitsLine: null,
  dataLine: 2,
  columns: ["VarName", "TimeString", "VarValue"].map((header, k) => ({ header, tag: header, unit: "", kind: k === 1 ? "time" : "number" })),
  clock: { source: "columns", columns: [1], format: "DD.MM.YYYY HH:mm:ss" },
  zone: "UTC",
  missing: [],
  duplicates: "first",
};

describe("the tags of a plan", () => {
  test("are its columns but for the time, and are named in their places", () => {
    const tags = planTags(plan, []);
    expect(tags.map(({ tag, column }) => [tag, column])).toEqual([
      ["VarName", 0],
      ["VarValue", 2],
    ]);
    const renamed = withTags(
      plan,
      tags,
      tags.map((tag) => (tag.column === 2 ? { ...tag, tag: "flow" } : tag)),
    );
    expect(renamed.columns.map(({ tag }) => tag)).toEqual(["VarName", "TimeString", "flow"]);
    expect(renamed.columns[2]).not.toHaveProperty("column");
  });

  test("of a long table are the names in its rows; only what was corrected is kept in the plan", () => {
    const samples = [{ tag: [0], value: 2, unit: null, quality: null }];
    const long: TextPlan = { ...plan, layout: { shape: "long", samples, good: [], series: [] } };
    const none = { valid: 1, missing: 0, unreadable: 0, first: 1, last: 1, min: 1, max: 1, mean: 1, states: [] };
    const series = ["P1", "P2"].map((tag) => ({ tag, unit: "bar", kind: "number" as const, ...none }));
    const tags = planTags(long, series);
    const once = withTags(
      long,
      tags,
      tags.map((tag) => (tag.tag === "P2" ? { ...tag, tag: "outlet" } : tag)),
    ) as TextPlan;
    expect(once.layout).toMatchObject({ series: [{ header: "P2", tag: "outlet", unit: "bar", kind: "number" }] });
    const again = planTags(once, [series[0]!, { ...series[1]!, tag: "outlet" }]);
    expect(again.map(({ header, tag }) => [header, tag])).toEqual([
      ["P1", "P1"],
      ["P2", "outlet"],
    ]);
  });
});
