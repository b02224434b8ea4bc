/**
 * Probability that Student's t stays below x, by the incomplete beta function as a continued fraction (Abramowitz &
 * Stegun 26.5.8 and 26.7.1; Lentz, Applied Optics 15 (1976) 668, evaluates it from the front). About ten digits.
 * @param freedom degrees of freedom > 0; Infinity is the normal distribution in the limit of large numbers (1e7 is taken).
 */
export function studentT(x: number, freedom: number): number {
  const v = Math.min(freedom, 1e7);
  const tail = 0.5 * incompleteBeta(v / (v + x * x), v / 2, 0.5);
  return x > 0 ? 1 - tail : tail;
}

/** The value Student's t stays below with that probability. @param probability between 0 and 1, both left out. */
export function studentQuantile(probability: number, freedom: number): number {
  return rootOf((x) => studentT(x, freedom) - probability);
}

/** Where a rising function is zero; by doubling, then halving. */
export function rootOf(f: (x: number) => number): number {
  let [low, high] = [-1, 1];
  while (f(low) > 0 && low > -1e12) low *= 2;
  while (f(high) < 0 && high < 1e12) high *= 2;
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (f(middle) < 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(x, a, b)) / a : 1 - (front * fraction(1 - x, b, a)) / b;
}

function fraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1), tiny);
  let h = d;
  for (let m = 1; m <= 300; m++) {
    for (const step of [
      (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m)),
      (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1)),
    ]) {
      d = 1 / nonZero(1 + step * d, tiny);
      c = nonZero(1 + step / c, tiny);
      h *= d * c;
    }
    if (Math.abs(d * c - 1) < 1e-14) break;
  }
  return h;
}

const nonZero = (value: number, tiny: number): number => (Math.abs(value) < tiny ? tiny : value);

/** Stirling's series above 8 (Abramowitz & Stegun 6.1.41: the term left out is below 1e-11), reached by Γ(x + 1) = x·Γ(x). */
function logGamma(x: number): number {
  let [z, product] = [x, 1];
  for (; z < 8; z++) product *= z;
  const series = 1 / (12 * z) - 1 / (360 * z ** 3) + 1 / (1260 * z ** 5) - 1 / (1680 * z ** 7);
  return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}
