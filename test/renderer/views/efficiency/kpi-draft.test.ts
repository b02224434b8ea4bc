import { expect, test } from "vitest";
import type { Tag } from "#shared/domain/asset.ts";
import { quotedTag } from "#shared/formula/nearest-tag.ts";
import { canBeShownIn, resolutionFor, unitsFor } from "../../../../renderer/views/efficiency/kpi-draft.ts";

const log = (intervalMs: number, rows = 1001): Tag[] => [
  { assetId: "a", name: "flow", unit: "m3/h", valid: rows, min: 0, max: 1, mean: 0, from: 0, to: intervalMs * (rows - 1) },
];

test("a step holds about ten rows of a quick log and one of a slow log", () => {
  expect(resolutionFor(log(1000))).toBe(10_000);
  expect(resolutionFor(log(60_000))).toBe(600_000);
  expect(resolutionFor(log(3_600_000))).toBe(3_600_000);
});

test("a KPI can be shown in a unit of its own dimension and in no other", () => {
  expect(canBeShownIn("kWh/m3", "Wh/m3")).toBe(true);
  expect(canBeShownIn("kWh/m3", "kWh/t")).toBe(false);
  expect(canBeShownIn("furlong", "furlong")).toBe(true);
});

test("units offered for a KPI fit it, its own first", () => {
  expect(unitsFor("kWh/m3")[0]).toBe("kWh/m3");
  for (const unit of unitsFor("kWh/m3")) expect(canBeShownIn("kWh/m3", unit)).toBe(true);
});

test("a tag whose name would read as something else is put into quotes", () => {
  expect(quotedTag("P101.motor_power")).toBe("P101.motor_power");
  expect(quotedTag("流量")).toBe("流量");
  expect(quotedTag("Volume Flow RateRMS")).toBe('"Volume Flow RateRMS"');
  expect(quotedTag("1st_stage")).toBe('"1st_stage"');
  expect(quotedTag("not")).toBe('"not"');
});
