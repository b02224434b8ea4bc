const centre = [
  [3.3871327179, 5.0434271938e1, 1.5929113202e2, 5.910937472e1],
  [1, 1.7895169469e1, 7.8757757664e1, 6.71875636e1],
] as const;
const middle = [
  [1.4234372777, 2.75681539, 1.3067284816, 1.7023821103e-1],
  [1, 7.370016425e-1, 1.2021132975e-1],
] as const;
const far = [
  [6.657905115, 3.081226386, 4.2868294337e-1, 1.7337203997e-2],
  [1, 2.4197894225e-1, 1.2258202635e-2],
] as const;

const polynomial = (coefficients: readonly number[], x: number): number => coefficients.reduceRight((sum, c) => sum * x + c, 0);
const ratio = ([above, below]: readonly [readonly number[], readonly number[]], x: number): number =>
  polynomial(above, x) / polynomial(below, x);

/**
 * The value that a standard normal variable stays below with that probability, to about seven digits
 * (Wichura, algorithm AS 241, PPND7, Applied Statistics 37 (1988) 477–484).
 * @param probability between 0 and 1, both left out.
 */
export function normalQuantile(probability: number): number {
  const q = probability - 0.5;
  if (Math.abs(q) <= 0.425) return q * ratio(centre, 0.180625 - q * q);
  const r = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const size = r <= 5 ? ratio(middle, r - 1.6) : ratio(far, r - 5);
  return q < 0 ? -size : size;
}
