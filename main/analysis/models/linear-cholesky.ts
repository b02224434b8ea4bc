/**
 * Lower triangle L with L·Lᵀ = matrix, row by row (Golub & Van Loan, Matrix Computations, 4.2).
 * @param matrix [size × size] symmetric and positive definite; only its lower triangle is read. @returns undefined where it is not.
 */
export function cholesky(matrix: Float64Array, size: number): Float64Array | undefined {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      if (i !== j) lower[i * size + j] = sum / lower[j * size + j]!;
      else if (sum > 0) lower[i * size + i] = Math.sqrt(sum);
      else return undefined;
    }
  return lower;
}

/** Solves L·x = b. @returns a new array. */
export function forwardSolve(lower: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < size; i++) {
    let sum = x[i]!;
    for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * x[k]!;
    x[i] = sum / lower[i * size + i]!;
  }
  return x;
}

/** Solves L·Lᵀ·x = b. */
export function choleskySolve(lower: Float64Array, size: number, b: Float64Array): Float64Array {
  const x = forwardSolve(lower, size, b);
  for (let i = size - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * x[k]!;
    x[i] = sum / lower[i * size + i]!;
  }
  return x;
}
