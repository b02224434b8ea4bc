import { expect, test } from "vitest";
import type { Tag } from "#shared/domain/asset.ts";
import { matchTags } from "../../../main/workbench/match-tags.ts";

const tag = (name: string, unit: string): Tag => ({ assetId: "a", name, unit, valid: 1, min: 0, max: 1, mean: 0.5, from: 0, to: 1 });
const found = (wanted: string, unit: string, tags: Tag[], chosen: Record<string, string> = {}) =>
  matchTags([{ name: wanted, unit }], tags, chosen)[0]!;

test("a tag of the same name wins over one that only ends so", () => {
  expect(found("P1.flow", "m3/h", [tag("P2.flow", "m3/h"), tag("P1.flow", "m3/h")]).tag).toBe("P1.flow");
});

test("two tags that end alike are left to the person", () => {
  expect(found("P1.flow", "m3/h", [tag("P2.flow", "m3/h"), tag("P3.flow", "m3/h")])).toMatchObject({ tag: null, state: "missing" });
});

test("a temperature is converted with its zero", () => {
  expect(found("t", "degC", [tag("t", "degF")])).toMatchObject({ state: "converted", scale: expect.closeTo(5 / 9, 12) });
  const { scale, shift } = found("t", "degC", [tag("t", "degF")]);
  expect(212 * scale + shift).toBeCloseTo(100, 9);
});

test("two spellings of one unit are the same", () => {
  expect(found("flow", "m3/h", [tag("flow", "m³/h")])).toMatchObject({ state: "same", scale: 1, shift: 0 });
});

test("where one side has no unit nothing can be checked, and that is said", () => {
  expect(found("flow", "m3/h", [tag("flow", "")]).state).toBe("assumed");
});

test("another quantity, or a unit nobody knows, is refused", () => {
  expect(found("flow", "m3/h", [tag("flow", "bar")]).state).toBe("unit");
  expect(found("flow", "m3/h", [tag("flow", "furlongs")]).state).toBe("unit");
});

test("a tag that was unchosen is missing, though one of its name is there", () => {
  expect(found("flow", "m3/h", [tag("flow", "m3/h")], { flow: "" }).state).toBe("missing");
});
