import { expect, test } from "vitest";
import type { SplitRows } from "#shared/domain/efficiency-potential.ts";
import { groupSplit } from "../../../../main/analysis/efficiency/group-split.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

/** Steps of which every third was attributed. */
function steps(whole: boolean): SplitRows {
  const chance = random(3);
  const n = 600;
  const expected = Float64Array.from({ length: n }, () => 10 + chance());
  const part = expected.map((e, i) => (whole || i % 3 === 0 ? 0.4 * (e - 9) : Number.NaN));
  return {
    time: Float64Array.from({ length: n }, (_, i) => i),
    measured: expected.map((e) => e + chance() - 0.3),
    expected,
    throughput: expected.map(() => 1 + chance()),
    parts: [part, part.map((p, i) => expected[i]! - 9 - p)],
    start: 9,
    whole,
  };
}

test.each([true, false])(
  "losses of the groups sum to that of the whole, and each group's parts to its own difference (all attributed: %s)",
  (whole) => {
    const rows = steps(whole);
    const chance = random(5);
    const [all] = groupSplit(
      rows,
      "period",
      rows.time.map(() => 0),
    );
    const crews = groupSplit(
      rows,
      "crew",
      rows.time.map(() => Math.floor(4 * chance())),
    );
    expect(crews.map(({ key }) => key)).toEqual([0, 1, 2, 3]);
    const amount = (groups: typeof crews): number => groups.reduce((sum, g) => sum + g.rest * g.throughput, 0);
    expect(amount(crews)).toBeCloseTo(amount([all!]), 9);
    for (const group of [...crews, all!]) {
      expect(group.start + group.parts.reduce((a, b) => a + b, 0)).toBeCloseTo(group.expected, 9);
      expect(group.expected + group.rest).toBeCloseTo(group.measured, 9);
    }
  },
);

test("a step that belongs to no group is in none", () => {
  const rows = steps(true);
  const groups = groupSplit(
    rows,
    "product",
    rows.time.map((t) => (t < 100 ? Number.NaN : t % 2)),
  );
  expect(groups.reduce((sum, g) => sum + g.throughput, 0)).toBeCloseTo(
    rows.throughput.slice(100).reduce((a, b) => a + b, 0),
    9,
  );
});
