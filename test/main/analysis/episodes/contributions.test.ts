import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { contributions } from "../../../../main/analysis/episodes/contributions.ts";
import { familyById } from "../../../../main/analysis/models/registry.ts";
import { exampleFrame } from "../../../conformance/example-frame.ts";

const fitted = (id: string) => {
  const family = familyById(id);
  return { family, state: family.fit([exampleFrame()], family.params.parse({}), quietRun()) };
};

test("measured and expected values of an episode are means over its rows", () => {
  const { family, state } = fitted("pca");
  const frame = exampleFrame({ seed: 3 });
  for (const row of [10, 11, 12]) frame.columns[1]!.values[row]! += 6;
  const [first, ...others] = contributions(family, state, frame, Int32Array.of(10, 11, 12));
  expect(first).toMatchObject({ tag: "a", unit: "bar" });
  const measured = (frame.columns[1]!.values[10]! + frame.columns[1]!.values[11]! + frame.columns[1]!.values[12]!) / 3;
  expect(first!.measured).toBeCloseTo(measured, 12);
  expect(measured - first!.expected!).toBeCloseTo(6, 0);
  expect(first!.share + others.reduce((sum, c) => sum + c.share, 0)).toBeCloseTo(1, 12);
});

test("a family without an expectation has measured values only", () => {
  const { family, state } = fitted("isolation-forest");
  for (const c of contributions(family, state, exampleFrame(), Int32Array.of(1))) {
    expect(c.expected).toBeNull();
    expect(c.measured).not.toBeNull();
  }
});

test("a long episode is told from rows spread over all of it", () => {
  const { family, state } = fitted("pca");
  const frame = exampleFrame();
  for (let row = 400; row < 600; row++) frame.columns[2]!.values[row]! += 10;
  const all = Int32Array.from({ length: 600 }, (_, i) => i);
  const found = contributions(family, state, frame, all).find((c) => c.tag === "b")!;
  const mean = frame.columns[2]!.values.reduce((a, b) => a + b, 0) / 600;
  expect(found.measured).toBeCloseTo(mean, 0);
});
