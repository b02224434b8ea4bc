import { sortedQuantile } from "../../signal/quantile.ts";
import { random } from "../../signal/random.ts";
import type { Chance, NoiseWeights } from "./saving-chance.ts";

const draws = 400;

/**
 * The same total with the baseline's residuals drawn again in stretches of random length (stationary bootstrap: Politis & Romano, JASA 89
 * (1994) 1303), the stretch chosen from the data. Assumes no shape of the noise; stretches cut a long memory short, so that it is too
 * narrow where the memory is long.
 * @returns offsets of the total from the truth at both ends of the level.
 */
export function blockBootstrap(
  chance: Chance,
  { weights, within }: NoiseWeights,
  level: number,
  seed: number,
): { low: number; high: number; standardError: number } {
  const present = chance.noise.filter((v) => !Number.isNaN(v));
  const n = present.length;
  const mean = present.reduce((a, b) => a + b, 0) / n;
  // Residuals are smaller than the noise by what the fit has taken.
  const inflate = Math.sqrt(n / chance.freedom);
  const noise = present.map((v) => inflate * (v - mean));
  const goOn = 1 - 1 / blockLength(noise);
  const chanceOf = random(seed);
  const totals = new Float64Array(draws);
  for (let d = 0; d < draws; d++) {
    let at = Math.floor(chanceOf() * n);
    let total = 0;
    for (let i = 0; i < weights.length; i++) {
      total += weights[i]! * noise[at]!;
      at = chanceOf() < goOn ? (at + 1) % n : Math.floor(chanceOf() * n);
    }
    totals[d] = total;
  }
  totals.sort();
  const middle = totals.reduce((a, b) => a + b, 0) / draws;
  const variance = totals.reduce((sum, t) => sum + (t - middle) ** 2, 0) / (draws - 1);
  const stretch = variance > 0 ? Math.sqrt((variance + within) / variance) : 1;
  return {
    low: stretch * sortedQuantile(totals, (1 - level) / 2),
    high: stretch * sortedQuantile(totals, (1 + level) / 2),
    standardError: Math.sqrt(variance + within),
  };
}

/**
 * Mean length of the stretches, grains (Politis & White, Econometric Reviews 23 (2004) 53, as corrected by Patton, Politis & White, same
 * journal 28 (2009) 372). At least 1, at most a third of the series.
 */
export function blockLength(values: Float64Array): number {
  const n = values.length;
  const product = (lag: number): number => {
    let sum = 0;
    for (let i = lag; i < n; i++) sum += values[i]! * values[i - lag]!;
    return sum / n;
  };
  const variance = product(0);
  if (!(variance > 0)) return 1;
  const run = Math.max(5, Math.ceil(Math.log10(n) ** 0.5));
  const furthest = Math.min(n - 1, Math.ceil(Math.sqrt(n)) + run);
  const small = 2 * Math.sqrt(Math.log10(n) / n);
  const products = Float64Array.from({ length: 2 * furthest + 1 }, (_, k) => (k < n ? product(k) : 0));
  let last = furthest;
  for (let m = 0, quiet = 0; m <= furthest; m++) {
    quiet = Math.abs(products[m + 1]! / variance) < small ? quiet + 1 : 0;
    if (quiet === run) {
      last = m - run + 1;
      break;
    }
  }
  const reach = Math.min(2 * Math.max(last, 1), products.length - 1);
  let [slope, level] = [0, variance];
  for (let k = 1; k <= reach; k++) {
    const taper = k / reach <= 0.5 ? 1 : 2 * (1 - k / reach);
    slope += 2 * taper * k * products[k]!;
    level += 2 * taper * products[k]!;
  }
  if (!(level > 0)) return 1;
  return Math.max(1, Math.min(n / 3, ((slope / level) ** 2 * n) ** (1 / 3)));
}
