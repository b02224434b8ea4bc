import { expect, test } from "vitest";
import type { Tag } from "#shared/domain/asset.ts";
import { lanesOf } from "../../../../renderer/views/explore/lanes-of.ts";

const tag = (name: string, unit: string): Tag => ({ assetId: "a", name, unit, valid: 1, min: 0, max: 1, mean: 0, from: 0, to: 1 });
const tags = [tag("inlet", "bar"), tag("outlet", "bar"), tag("power", "kW")];

test("each tag has a lane of its own, or shares one with those of its unit", () => {
  expect(lanesOf(["inlet", "power", "outlet"], undefined, tags, "lanes").map((lane) => lane.series.map((series) => series.id))).toEqual([
    ["inlet"],
    ["power"],
    ["outlet"],
  ]);
  expect(lanesOf(["inlet", "power", "outlet"], undefined, tags, "units").map((lane) => lane.series.map((series) => series.id))).toEqual([
    ["inlet", "outlet"],
    ["power"],
  ]);
});

test("a tag keeps its colour whatever the arrangement", () => {
  const colours = (layout: "lanes" | "units") =>
    lanesOf(["inlet", "power", "outlet"], undefined, tags, layout)
      .flatMap((lane) => lane.series)
      .map((series) => [series.id, series.color])
      .sort();
  expect(colours("units")).toEqual(colours("lanes"));
});

test("a tag whose samples are on their way has its lane and unit already", () => {
  const [lane] = lanesOf(["power"], undefined, tags, "lanes");
  expect(lane?.unit).toBe("kW");
  expect(lane?.series[0]?.time.length).toBe(0);
});
