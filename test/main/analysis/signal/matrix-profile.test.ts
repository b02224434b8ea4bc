import { expect, test } from "vitest";
import { matrixProfile } from "../../../../main/analysis/signal/matrix-profile.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { naiveMatrixProfile } from "../../../naive/analysis/matrix-profile.ts";

const noisy = (rows: number, seed: number): Float64Array => {
  const chance = random(seed);
  let walk = 0;
  return Float64Array.from({ length: rows }, (_, i) => {
    walk += chance() - 0.5;
    return 1e4 + Math.sin(i / 5) + 0.3 * walk;
  });
};

test.each([3, 8, 25])("windows of %i rows have the distances that are found pair by pair", (length) => {
  const [values, reference] = [noisy(160, 1), noisy(120, 2)];
  const profile = matrixProfile(values, reference, length);
  const slow = naiveMatrixProfile([...values], [...reference], length);
  profile.forEach((distance, i) => {
    if (Number.isNaN(slow[i]!)) expect(distance).toBeNaN();
    else expect(distance ** 2, `row ${i}`).toBeCloseTo(slow[i]! ** 2, 7);
  });
});

test("within the reference itself a window is not compared with those it overlaps", () => {
  const values = noisy(200, 3);
  const slow = naiveMatrixProfile([...values], [...values], 12, 12);
  matrixProfile(values, values, 12, 12).forEach((distance, i) => {
    if (i < 11) expect(distance).toBeNaN();
    else expect(distance ** 2, `row ${i}`).toBeCloseTo(slow[i]! ** 2, 7);
  });
});

test("a shape that was there before is found again at any level and size; one that was not, is far", () => {
  const reference = Float64Array.from({ length: 200 }, (_, i) => Math.sin((2 * Math.PI * i) / 20));
  const again = reference.map((v) => 7 + 3 * v);
  expect(Math.max(...matrixProfile(again, reference, 20).subarray(19))).toBeLessThan(1e-5);
  const broken = again.map((v, i) => (i >= 100 && i < 105 ? 7 : v));
  const profile = matrixProfile(broken, reference, 20);
  expect(profile.indexOf(Math.max(...profile.subarray(19)))).toBeGreaterThanOrEqual(100);
  expect(profile[99]).toBeLessThan(1e-5);
  expect(profile[110]).toBeGreaterThan(0.3);
});

test("a window with a hole has no distance, and a hole in the reference is not compared", () => {
  const [values, reference] = [noisy(60, 4), noisy(60, 5)];
  values[30] = Number.NaN;
  reference[10] = Number.NaN;
  const profile = matrixProfile(values, reference, 10);
  expect([...profile].flatMap((d, i) => (i >= 9 && Number.isNaN(d) ? [i] : []))).toEqual([30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
  expect(profile[50]).toBeCloseTo(naiveMatrixProfile([...values], [...reference.subarray(11)], 10)[50]!, 5);
});

test("standing still is a shape of its own: like standing still, unlike any movement", () => {
  const reference = noisy(100, 6);
  const still = new Float64Array(30).fill(5);
  expect(matrixProfile(still, reference, 10)[20]).toBe(1);
  expect(matrixProfile(still, Float64Array.from([...reference, ...still]), 10)[20]).toBe(0);
});

test("less than a window has nothing to compare", () => {
  expect([...matrixProfile(noisy(5, 1), noisy(50, 2), 8)].every(Number.isNaN)).toBe(true);
  expect([...matrixProfile(noisy(20, 1), noisy(5, 2), 8)].every(Number.isNaN)).toBe(true);
});
