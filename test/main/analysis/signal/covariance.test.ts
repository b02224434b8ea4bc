import { expect, test } from "vitest";
import { covariance } from "../../../../main/analysis/signal/covariance.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { naiveCovariance } from "../../../naive/analysis/covariance.ts";

test.each([1, 2, 3, 7])("equals the textbook for %i columns, over some of the rows, across block borders", (count) => {
  const chance = random(count);
  const columns = Array.from({ length: count }, () => Float64Array.from({ length: 1500 }, () => 1000 + chance()));
  const rows = Int32Array.from({ length: 1100 }, (_, i) => i + (i > 500 ? 400 : 0));
  const { mean, covariance: cov } = covariance(columns, rows);
  const picked = columns.map((c) => Array.from(rows, (row) => c[row]!));
  for (let a = 0; a < count; a++) {
    expect(mean[a]).toBeCloseTo(picked[a]!.reduce((s, v) => s + v, 0) / rows.length, 9);
    for (let b = 0; b < count; b++) expect(cov[a * count + b]).toBeCloseTo(naiveCovariance(picked[a]!, picked[b]!), 12);
  }
});

test("a large offset does not swallow a small variance", () => {
  const column = Float64Array.from({ length: 4 }, (_, i) => 1e9 + i);
  expect(covariance([column], Int32Array.of(0, 1, 2, 3)).covariance[0]).toBeCloseTo(5 / 3, 9);
});
