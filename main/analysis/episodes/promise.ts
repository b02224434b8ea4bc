import { normalQuantile } from "../signal/normal-quantile.ts";

const confidence = 0.8;

/**
 * The rate that so many alerts counted still allow for, with 80 % confidence: the upper limit of a Poisson count
 * (Garwood, Biometrika 28 (1936) 437–442), by the cube-root approximation of Wilson & Hilferty (PNAS 17 (1931) 684–688).
 * @param count ≥ 0, need not be whole.
 */
export function atMost(count: number): number {
  const k = count + 1;
  return k * (1 - 1 / (9 * k) + normalQuantile(confidence) / (3 * Math.sqrt(k))) ** 3;
}

/**
 * How many alerts may be counted on the reference, so that a budget is kept with 80 % confidence: a budget of "at most
 * four" is no promise when four is what to expect.
 * @param budget alerts over the reference. @returns ≥ 0; 0 also where no count could prove the budget.
 */
export function allowedCount(budget: number): number {
  let low = 0;
  let high = Math.max(0, budget);
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (atMost(middle) > budget) high = middle;
    else low = middle;
  }
  return low;
}
