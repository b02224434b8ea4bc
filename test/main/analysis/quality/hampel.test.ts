import { describe, expect, test } from "vitest";
import { Hampel } from "../../../../main/analysis/quality/hampel.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { naiveDeviations } from "../../../naive/quality/naive-deviations.ts";

const deviations = (values: Float64Array, cuts: readonly number[]) => {
  const time = Float64Array.from(values, (_, i) => i);
  const hampel = new Hampel();
  const found: { row: number; deviation: number }[] = [];
  let from = 0;
  for (const to of [...cuts, values.length]) {
    hampel.take(time.subarray(from, to), values.subarray(from, to), (deviation, row) => found.push({ row, deviation }));
    from = to;
  }
  return found;
};

describe("deviations from the running median", () => {
  test.each([1, 2, 3, 4])("are those of sorting every window, however the record is cut, seed %i", (seed) => {
    const next = random(seed);
    // Few levels, so that equal neighbours are common.
    const values = Float64Array.from({ length: 500 }, () => Math.floor(6 * next()) - 2.5 + (seed > 2 ? next() : 0));
    expect(deviations(values, [])).toEqual(naiveDeviations(values));
    expect(deviations(values, [0, 1, 2, 3, 9, 10, 11, 250, 499])).toEqual(naiveDeviations(values));
  });

  test("a step deviates by nothing, an excursion of three samples by its height, once", () => {
    const step = Float64Array.from({ length: 40 }, (_, i) => (i < 20 ? 1 : 9));
    expect(deviations(step, [])).toEqual([]);
    const leap = new Float64Array(40).fill(2);
    leap.fill(10, 20, 23);
    expect(deviations(leap, [21])).toEqual([{ row: 20, deviation: 8 }]);
  });
});
