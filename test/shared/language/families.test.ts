import { describe, expect, test } from "vitest";
import { isSentence } from "#shared/language/index.ts";
import { expectationFamilies } from "../../../main/analysis/efficiency/expectation-families.ts";
import { familyInfo } from "../../../main/analysis/models/family-info.ts";
import { anomalyFamilies } from "../../../main/analysis/models/registry.ts";

describe.each([...anomalyFamilies, ...expectationFamilies].map(familyInfo))("the family $id", ({ id, params }) => {
  test("has a name and says what it is good for, in both languages", () => {
    expect(isSentence(`family.${id}`)).toBe(true);
    expect(isSentence(`family.${id}.help`)).toBe(true);
  });

  test("names every field of its form and every choice in it", () => {
    const keys = params.flatMap(({ name, choices = [] }) => [
      `family.${id}.${name}`,
      ...choices.map((choice) => `family.${id}.${name}.${choice}`),
    ]);
    expect(keys.filter((key) => !isSentence(key))).toEqual([]);
  });
});
