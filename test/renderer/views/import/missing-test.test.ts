import { expect, test } from "vitest";
import type { TextPlan } from "#shared/domain/importing.ts";
import { missingTest } from "../../../../renderer/views/import/missing-test.ts";

const isMissing = missingTest({ missing: ["No Data", "-9999"], decimal: "," } as TextPlan);

test("words count without regard to case, numbers by their value", () => {
  expect(["no data", " NO DATA ", "-9999", "-9999,0", ""].map(isMissing)).toEqual([true, true, true, true, true]);
  expect(["0", "-999", "nodata", "9999"].map(isMissing)).toEqual([false, false, false, false]);
});
