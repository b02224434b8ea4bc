import { describe, expect, test } from "vitest";
import { type WindowFunction, windowed } from "#shared/formula/windowed.ts";
import { random as createRandom } from "../../../main/analysis/signal/random.ts";
import { naiveWindowed } from "../../naive/formula/windowed.ts";

const minute = 60_000;
const regular = (rows: number) => Float64Array.from({ length: rows }, (_, i) => 1.7e12 + i * minute);

describe.each(["mean", "std", "rate"] as const)("%s over a span of time", (name: WindowFunction) => {
  test("equals the slow twin on an uneven clock with gaps and missing samples", () => {
    const random = createRandom(7);
    let at = 1.7e12;
    const time = Float64Array.from({ length: 400 }, () => {
      at += minute * (random() < 0.03 ? 30 : 0.5 + random());
      return at;
    });
    const values = time.map(() => (random() < 0.1 ? Number.NaN : 500 + 10 * random()));
    const fast = windowed(name, time, values, 10 * minute);
    const slow = naiveWindowed(name, time, values, 10 * minute);
    expect(fast.filter((x) => !Number.isNaN(x)).length).toBeGreaterThan(100);
    for (let i = 0; i < fast.length; i++) {
      expect(Number.isNaN(fast[i]!)).toBe(Number.isNaN(slow[i]!));
      if (!Number.isNaN(slow[i]!)) expect(fast[i]).toBeCloseTo(slow[i]!, 7);
    }
  });

  test("does not depend on where reading began, to the bit", () => {
    const random = createRandom(3);
    const time = regular(300);
    const values = time.map(() => random() * 1e3);
    const whole = windowed(name, time, values, 10 * minute);
    // Two spans before the first row that counts.
    const part = windowed(name, time.subarray(80), values.subarray(80), 10 * minute);
    expect(part.subarray(20)).toEqual(whole.subarray(100));
  });

  test("a row without a sample has no value, and neither has one behind a hole of more than half the span", () => {
    const time = regular(60);
    const values = time.map((_, i) => (i === 30 || (i > 40 && i < 47) ? Number.NaN : i));
    const found = windowed(name, time, values, 10 * minute);
    expect(found[29]).not.toBeNaN();
    expect(found[30]).toBeNaN();
    expect(found[31]).not.toBeNaN();
    expect(found[47]).toBeNaN();
    expect(found[51]).toBeNaN();
    expect(found[52]).not.toBeNaN();
  });
});

test("a line that rises by 2 every minute rises by 120 an hour", () => {
  const time = regular(40);
  const found = windowed(
    "rate",
    time,
    time.map((_, i) => 2 * i),
    10 * minute,
  );
  expect(found[3]).toBeNaN();
  expect(found[39]).toBeCloseTo(120, 9);
});

describe("what a tag was a span of time ago", () => {
  const time = regular(60);

  test("is its last good sample by then", () => {
    const values = time.map((_, i) => (i === 20 ? Number.NaN : i));
    const found = windowed("lag", time, values, 10 * minute);
    expect(found[9]).toBeNaN();
    expect(found[10]).toBe(0);
    expect(found[30]).toBe(19);
    expect(found[20]).toBeNaN();
  });

  test("equals the slow twin on an uneven clock with gaps", () => {
    const random = createRandom(11);
    let at = 1.7e12;
    const uneven = Float64Array.from({ length: 400 }, () => {
      at += minute * (random() < 0.03 ? 30 : 0.5 + random());
      return at;
    });
    const values = uneven.map(() => (random() < 0.1 ? Number.NaN : random()));
    const found = windowed("lag", uneven, values, 10 * minute);
    expect(found).toEqual(naiveWindowed("lag", uneven, values, 10 * minute));
    expect(found.filter((x) => Number.isNaN(x)).length).toBeGreaterThan(40);
  });
});
