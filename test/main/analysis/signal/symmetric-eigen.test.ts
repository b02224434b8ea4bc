import { expect, test } from "vitest";
import { random } from "../../../../main/analysis/signal/random.ts";
import { symmetricEigen } from "../../../../main/analysis/signal/symmetric-eigen.ts";

test("a known matrix has its known eigenvalues and vectors", () => {
  const { values, vectors } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2);
  const half = Math.SQRT1_2;
  expect([...values]).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)]);
  expect([...vectors].map(Math.abs)).toEqual([half, half, half, half].map((x) => expect.closeTo(x, 12)));
});

test("vectors are orthonormal and give the matrix back, also where eigenvalues coincide", () => {
  const size = 12;
  const chance = random(5);
  const half = Float64Array.from({ length: size * 4 }, () => chance() - 0.5);
  const matrix = new Float64Array(size * size);
  // Rank four: eight eigenvalues are zero.
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) for (let k = 0; k < 4; k++) matrix[i * size + j]! += half[i * 4 + k]! * half[j * 4 + k]!;
  const { values, vectors } = symmetricEigen(matrix, size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let dot = 0;
      let back = 0;
      for (let k = 0; k < size; k++) {
        dot += vectors[i * size + k]! * vectors[j * size + k]!;
        back += values[k]! * vectors[k * size + i]! * vectors[k * size + j]!;
      }
      expect(dot).toBeCloseTo(i === j ? 1 : 0, 12);
      expect(back).toBeCloseTo(matrix[i * size + j]!, 12);
    }
  expect([...values]).toEqual([...values].sort((a, b) => b - a));
});

test("the largest entry of a vector is positive, so that signs do not depend on chance", () => {
  const { vectors } = symmetricEigen(Float64Array.of(1, -0.9, 0.2, -0.9, 1, 0.1, 0.2, 0.1, 1), 3);
  for (let v = 0; v < 3; v++) {
    const vector = [...vectors.subarray(3 * v, 3 * v + 3)];
    expect(vector.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a))).toBeGreaterThan(0);
  }
});
