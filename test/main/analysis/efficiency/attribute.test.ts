import { describe, expect, test } from "vitest";
import type { Frame } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { attribute } from "../../../../main/analysis/efficiency/attribute.ts";
import { changePointLines } from "../../../../main/analysis/efficiency/change-point-lines.ts";
import { boostedTrees } from "../../../../main/analysis/models/boosted-trees.ts";
import { linear } from "../../../../main/analysis/models/linear.ts";
import { targetTag } from "../../../../main/analysis/models/target.ts";
import { naiveShapley } from "../../../naive/shapley.ts";
import { normal } from "../models/efficiency-frames.ts";

const tags = ["load", "valve", "ambient", "crew"];

function example(seed: number, rows: number): Frame {
  const draw = normal(seed);
  const inputs = tags.map(() => Float64Array.from({ length: rows }, () => draw()));
  const [a, b, c, d] = inputs as [Float64Array, Float64Array, Float64Array, Float64Array];
  const target = Float64Array.from(
    { length: rows },
    (_, i) => 50 + 3 * a[i]! + a[i]! * b[i]! - (c[i]! > 0 ? 2 : 0) + Math.abs(d[i]!) + 0.1 * draw(),
  );
  const column = (tag: string, values: Float64Array) => ({ tag, unit: "", values });
  return {
    time: Float64Array.from({ length: rows }, (_, i) => i),
    columns: [...tags.map((tag, j) => column(tag, inputs[j]!)), column(targetTag, target)],
  };
}

const frame = example(1, 400);
const part = (from: number, count: number) => tags.map((_, j) => frame.columns[j]!.values.slice(from, from + count));
const families = {
  "change-point lines": {
    family: changePointLines,
    state: changePointLines.fit([frame], changePointLines.params.parse({ form: "five-parameter" }), quietRun(1)),
  },
  curves: { family: linear, state: linear.fit([frame], linear.params.parse({}), quietRun(1)) },
  "trees alone": {
    family: boostedTrees,
    state: boostedTrees.fit([frame], boostedTrees.params.parse({ start: "mean", rounds: 30 }), quietRun(1)),
  },
  "trees on curves": { family: boostedTrees, state: boostedTrees.fit([frame], boostedTrees.params.parse({ rounds: 30 }), quietRun(1)) },
};

describe.each(Object.entries(families))("attributions of %s", (_, fitted) => {
  // biome-ignore lint/suspicious/noExplicitAny: two families of different state
  const family = fitted.family as any;
  const known = { family, state: fitted.state, inputs: tags };
  const one = (row: readonly number[]): number => {
    const answer = family.score(fitted.state, {
      time: new Float64Array(1),
      columns: tags.map((tag, j) => ({ tag, unit: "", values: Float64Array.of(row[j]!) })),
    });
    return answer.expected[0];
  };

  test("equal the definition, over every set of inputs", () => {
    const [rows, references] = [part(0, 6), part(50, 7)];
    rows[2]![3] = Number.NaN;
    const found = attribute(known, rows, references)!;
    const others = Array.from({ length: 7 }, (_, r) => references.map((x) => x[r]!));
    const complete = [...rows[0]!.keys()].filter((i) => fitted.family === boostedTrees || i !== 3);
    for (const i of complete) {
      const naive = naiveShapley(
        one,
        rows.map((x) => x[i]!),
        others,
      );
      for (const [j, value] of naive.entries()) expect(found[j]![i]!).toBeCloseTo(value, 8);
    }
  });

  test("sum to what is expected of the row less what is expected of the references", () => {
    const [rows, references] = [part(100, 20), part(200, 16)];
    const found = attribute(known, rows, references)!;
    const mean = Array.from({ length: 16 }, (_, r) => one(references.map((x) => x[r]!))).reduce((a, b) => a + b, 0) / 16;
    for (let i = 0; i < 20; i++)
      expect(found.reduce((sum, values) => sum + values[i]!, 0)).toBeCloseTo(one(rows.map((x) => x[i]!)) - mean, 8);
  });
});
