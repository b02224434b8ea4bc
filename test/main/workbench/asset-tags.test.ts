import { expect, test } from "vitest";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { assetTags } from "../../../main/workbench/asset-tags.ts";

const column = (tag: string, valid: number, min: number | null, max: number | null, mean: number | null, unit = "bar") => ({
  tag,
  unit,
  kind: "number",
  valid,
  min,
  max,
  mean,
});
const record = (from: number, to: number, columns: object[]) => ({ report: { from, to, columns } }) as unknown as ImportRecord;

test("a tag of two imports spans both, with the mean weighted by good samples", () => {
  const [tag] = assetTags("a", [record(0, 10, [column("p", 1, 2, 2, 2)]), record(20, 30, [column("p", 3, -1, 6, 4)])]);
  expect(tag).toMatchObject({ name: "p", valid: 4, min: -1, max: 6, mean: 3.5, from: 0, to: 30 });
});

test("an import without one good sample of a tag does not disturb its figures", () => {
  const [tag] = assetTags("a", [record(0, 10, [column("p", 2, 0, 5, 3)]), record(20, 30, [column("p", 0, null, null, null, "")])]);
  expect(tag).toMatchObject({ valid: 2, min: 0, max: 5, mean: 3, unit: "bar" });
});

test("a zero is a value, not a missing one", () => {
  const [tag] = assetTags("a", [record(0, 10, [column("p", 1, 5, 5, 5)]), record(20, 30, [column("p", 1, 0, 0, 0)])]);
  expect(tag).toMatchObject({ min: 0, max: 5, mean: 2.5 });
});

test("text columns are no tags", () => {
  expect(assetTags("a", [record(0, 1, [{ ...column("s", 0, null, null, null), kind: "text" }])])).toEqual([]);
});
