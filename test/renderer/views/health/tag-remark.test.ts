import { expect, test } from "vitest";
import type { Tag } from "#shared/domain/asset.ts";
import { tagRemark } from "../../../../renderer/views/health/tag-remark.ts";

const tag = (rest: Partial<Tag>): Tag => ({
  assetId: "a",
  name: "P101.flow",
  unit: "m3/h",
  valid: 1000,
  min: 0,
  max: 9,
  mean: 4,
  from: 0,
  to: 1,
  ...rest,
});

test("a tag that moves and is complete has no remark", () => expect(tagRemark(tag({}), 1000)).toBeNull());

test("a tag that never moves is left out and its value said", () =>
  expect(tagRemark(tag({ min: 3, max: 3 }), 1000)).toEqual({ kind: "constant", off: true, value: 3 }));

test("a tag without a number is left out", () =>
  expect(tagRemark(tag({ valid: 0, min: null, max: null }), 1000)).toMatchObject({ kind: "empty" }));

test("a column of zeros and ones called anomaly or changepoint is a label, not a sensor", () => {
  expect(tagRemark(tag({ name: "anomaly", max: 1 }), 1000)).toMatchObject({ kind: "label", off: true });
  expect(tagRemark(tag({ name: "changepoint", max: 1 }), 1000)).toMatchObject({ kind: "label" });
  expect(tagRemark(tag({ name: "V1.valve_open", max: 1 }), 1000)).toBeNull();
  expect(tagRemark(tag({ name: "anomaly", max: 40 }), 1000)).toBeNull();
});

test("a tag with a tenth of the values missing stays chosen but is remarked on", () =>
  expect(tagRemark(tag({ valid: 500 }), 1000)).toEqual({ kind: "sparse", off: false, share: 0.5 }));
