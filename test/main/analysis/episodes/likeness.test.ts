import { expect, test } from "vitest";
import { likeness } from "../../../../main/analysis/episodes/likeness.ts";
import { print } from "./fingerprints.ts";

test("one cause at two strengths is alike", () =>
  expect(likeness(print({ power: -4, flow: 2 }), print({ power: -20, flow: 10 }))).toBeCloseTo(1));

test("the opposite direction is as unlike as can be", () => expect(likeness(print({ power: 5 }), print({ power: -5 }))).toBeCloseTo(-1));

test("other tags have nothing to do with each other", () => expect(likeness(print({ power: 5 }), print({ hall: 5 }))).toBe(0));

test("likeness is mutual", () => {
  const [a, b] = [print({ power: 5, flow: 3 }), print({ power: 2, hall: -4 })];
  expect(likeness(a, b)).toBe(likeness(b, a));
});

test("an episode without a tag that was off is like nothing", () => expect(likeness(print({}), print({ power: 5 }))).toBeNaN());

test("a tag that the other model does not have is left out where it is a small part, and else nothing can be told", () => {
  const other = print({ power: 8 }, { tags: ["power", "flow"] });
  expect(likeness(print({ power: 8, hall: 1 }), other)).toBeCloseTo(1);
  expect(likeness(print({ power: 1, hall: 8 }), other)).toBeNaN();
});
