import { expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { isolationDepths } from "../../../../main/analysis/models/isolation-depths.ts";
import { isolationForest } from "../../../../main/analysis/models/isolation-forest.ts";
import { averagePath } from "../../../../main/analysis/models/isolation-trees.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { exampleFrame } from "../../../conformance/example-frame.ts";
import { naiveIsolationPath } from "../../../naive/analysis/isolation-path.ts";

const params = { trees: 30, sample: 64 };
const state = isolationForest.fit([exampleFrame()], params, quietRun());

test("the average path among n rows is 2 H(n-1) - 2 (n-1) / n", () => {
  // H(255) by summation; the formula takes ln + Euler's constant for it.
  const harmonic = Array.from({ length: 255 }, (_, i) => 1 / (i + 1)).reduce((a, b) => a + b, 0);
  expect(averagePath(256)).toBeCloseTo(2 * harmonic - (2 * 255) / 256, 2);
  expect([averagePath(0), averagePath(1), averagePath(2)]).toEqual([0, 0, 1]);
});

test("rows parted block by block have the paths of rows walked one by one, over block borders", () => {
  const frame = exampleFrame({ rows: 5000, seed: 6 });
  const columns = frame.columns.map((c) => c.values);
  const depths = isolationDepths(state, columns);
  for (const row of [0, 1, 2047, 2048, 4095, 4096, 4999])
    expect(depths[row]).toBe(
      naiveIsolationPath(
        state,
        columns.map((c) => c[row]!),
      ),
    );
});

/** Tags that wander slowly, as machines do, or jump about, with a hole here and there. */
function wandering(rows: number, jumps: boolean): Float64Array[] {
  const chance = random(9);
  return state.tags.map(() => {
    let value = 0;
    return Float64Array.from({ length: rows }, () => {
      value = jumps ? 20 * (chance() - 0.5) : value + 0.1 * (chance() - 0.5);
      return chance() < 0.0005 ? Number.NaN : value;
    });
  });
}

test.each([
  { nature: "wander slowly", jumps: false },
  { nature: "jump about", jumps: true },
])("rows that go down in groups have exactly the paths of rows walked one by one where tags $nature", ({ jumps }) => {
  for (const rows of [1, 255, 257, 2048, 4999]) {
    const columns = wandering(rows, jumps);
    const walked = Float64Array.from({ length: rows }, (_, row) => {
      const values = columns.map((c) => c[row]!);
      return values.some(Number.isNaN) ? Number.NaN : naiveIsolationPath(state, values);
    });
    expect(isolationDepths(state, columns), `${rows} rows`).toEqual(walked);
  }
});

test("rows with holes are never drawn, and what is drawn is drawn once", () => {
  const frame = exampleFrame({ rows: 400 });
  frame.columns[1]!.values.fill(Number.NaN, 0, 300);
  frame.columns[2]!.values.fill(Number.POSITIVE_INFINITY, 350);
  const few = isolationForest.fit([frame], { trees: 20, sample: 256 }, quietRun());
  expect(few.sample).toBe(50);
  expect([...few.threshold].every(Number.isFinite)).toBe(true);
  for (const root of few.roots) expect(few.size[root]).toBe(50);
});

test("every tree isolates its rows: leaves of one row, or as deep as a balanced tree", () => {
  for (let node = 0; node < state.feature.length; node++) {
    if (state.feature[node]! >= 0) {
      expect(state.size[node + 1]! + state.size[state.right[node]!]!).toBe(state.size[node]);
      expect(state.size[node + 1]).toBeGreaterThan(0);
      expect(state.size[state.right[node]!]).toBeGreaterThan(0);
    } else {
      const depth = state.path[node]! - averagePath(state.size[node]!);
      expect(state.size[node] === 1 || Math.round(depth) === 6, `a leaf of ${state.size[node]} rows at ${depth}`).toBe(true);
    }
  }
  expect(state.roots).toHaveLength(params.trees);
});

test("another seed grows another forest", () => {
  expect(isolationForest.fit([exampleFrame()], params, quietRun(2)).threshold).not.toEqual(state.threshold);
});

test("fewer rows than the sample are all taken", () => {
  expect(isolationForest.fit([exampleFrame({ rows: 60 })], { trees: 10, sample: 256 }, quietRun()).sample).toBe(60);
});

test("a forest names tags and expects no value of them", () => {
  for (const { residual } of isolationForest.explain(state, exampleFrame({ rows: 200, seed: 8 }), 100)) expect(residual).toBeUndefined();
});
