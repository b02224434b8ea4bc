import { expect, test } from "vitest";
import { alikeFrom } from "../../../../main/analysis/episodes/alike-from.ts";
import { fingerprintOf } from "../../../../main/analysis/episodes/fingerprint-of.ts";
import { learnRelations } from "../../../../main/analysis/episodes/relations.ts";
import { allRows, machine, relationsOf, tags } from "./fingerprints.ts";

const frame = machine();
const relations = relationsOf(frame);
const some = allRows.subarray(100, 140);

/** The same rows with tags moved by so much, in the tag's unit. */
const moved = (by: Readonly<Record<string, number>>) => ({
  time: frame.time,
  columns: frame.columns.map((c) => ({ ...c, values: c.values.map((v) => v + (by[c.tag] ?? 0)) })),
});
const offOf = (by: Readonly<Record<string, number>>) =>
  fingerprintOf(relations, moved(by), some, 0.8).off.map(({ tag, deviation }) => [tag, Math.sign(deviation)]);

test("rows like those of the reference have no tag that is off", () => expect(offOf({})).toEqual([]));

test("a tag that leaves what the others tell of it is the only one that is off, whichever way", () => {
  expect(offOf({ power: -9 })).toEqual([["power", -1]]);
  expect(offOf({ pressure: 0.8 })).toEqual([["pressure", 1]]);
});

test("a tag that moves along with the others is not off, though it moves far", () => {
  expect(offOf({ load: 0.6, flow: 60, power: 18, pressure: -1.2 })).toEqual([]);
});

test("two tags that leave together are both off, the one that leaves further first", () => {
  expect(offOf({ power: 12, flow: 25 })).toEqual([
    ["power", 1],
    ["flow", 1],
  ]);
});

test("a difference is told in the tag's unit, near what was put on it", () => {
  const [first] = fingerprintOf(relations, moved({ pressure: 0.8 }), some, 0.8).off;
  expect(first!.residual).toBeGreaterThan(0.6);
  expect(first!.residual).toBeLessThan(1);
});

test("conditions that the reference never held are told, where the tag is not itself off", () => {
  const { off, unseen } = fingerprintOf(relations, moved({ load: 0.9, flow: 90, power: 27, pressure: -1.8 }), some, 0.8);
  expect(off).toEqual([]);
  expect(unseen.map(({ tag }) => tag)).toEqual(["load", "flow", "power", "pressure"]);
});

test("rows that miss a value are passed over", () => {
  const holed = moved({ power: -9 });
  holed.columns[1]!.values.fill(Number.NaN, 100, 120);
  expect(fingerprintOf(relations, holed, some, 0.8).off.map(({ tag }) => tag)).toEqual(["power"]);
});

test("too few reference rows to know how the tags go together give no relations", () => {
  expect(learnRelations(frame, allRows.subarray(0, 20))).toBeUndefined();
});

test("a reference whose tags tell each other apart asks for a moderate likeness, the same each time", () => {
  const needed = alikeFrom(relations, frame, allRows, 1);
  expect(needed).toBeGreaterThanOrEqual(0.7);
  expect(needed).toBeLessThan(0.97);
  expect(alikeFrom(relations, frame, allRows, 1)).toBe(needed);
});

test("a reference that knows its tags by one another reads them the same in any order", () => {
  const turned = { ...frame, columns: frame.columns.toReversed() };
  const { off } = fingerprintOf(relationsOf(turned), { ...turned, columns: moved({ power: -9 }).columns.toReversed() }, some, 0.8);
  expect(off.map(({ tag }) => tag)).toEqual(["power"]);
  expect(tags).toContain("power");
});
