import { sorted, sortedQuantile } from "../signal/quantile.ts";

const bins = 256;
const mostValues = 24; // a tag with so few different values is one of steps: recipes, gears, positions of a hand valve
const deepest = 0.25; // a valley parts two hills where it is less than that share of the lower hill
const leastShare = 0.02; // of the rows: less is an excursion, not a way of running
const closest = 0.03; // of the whole range: closer hills are one

/**
 * Where the values of a tag part into bands: at the valleys of their density. A tag of steps has its hills at its values.
 * @param values [rows] NaN are passed over. @param most bands.
 * @returns ascending, fewer than `most`; the roundest numbers within the valleys. Empty where there is one hill only.
 */
export function valueBands(values: Float64Array, most: number): number[] {
  const ascending = sorted(values);
  if (ascending.length < 10) return [];
  const [low, high] = [ascending[0]!, ascending.at(-1)!];
  if (!(high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)))) return [];
  // Rare outliers must not squeeze the rest into a few bins.
  const spread = sortedQuantile(ascending, 0.995) - sortedQuantile(ascending, 0.005);
  const from = Math.max(low, sortedQuantile(ascending, 0.005) - 0.5 * spread);
  const to = Math.min(high, sortedQuantile(ascending, 0.995) + 0.5 * spread);
  if (!(to > from)) return [];
  const density = smoothed(counts(ascending, from, to), bandwidth(ascending, (to - from) / bins));
  const at = (bin: number) => from + ((bin + 0.5) * (to - from)) / bins;
  const hills = hillsOf(density, ascending.length, most);
  return hills.slice(1).map((hill, k) => valley(density, hills[k]!.top, hill.top, at));
}

function counts(ascending: Float64Array, from: number, to: number): Float64Array {
  const found = new Float64Array(bins);
  for (const value of ascending)
    if (value >= from && value <= to) found[Math.min(bins - 1, Math.floor((bins * (value - from)) / (to - from)))]!++;
  return found;
}

/** In bins. Silverman's rule (Density Estimation, 1986, 3.31) of one hill, halved as there may be several; the steps of a coarse log are bridged. */
function bandwidth(ascending: Float64Array, bin: number): number {
  const steps: number[] = [];
  let distinct = 1;
  for (let i = 1; i < ascending.length; i++) {
    const step = ascending[i]! - ascending[i - 1]!;
    if (step > 1e-12) {
      distinct++;
      if (steps.length < 2000) steps.push(step);
    }
  }
  if (distinct <= mostValues) return 1;
  const mean = ascending.reduce((sum, v) => sum + v, 0) / ascending.length;
  const deviation = Math.sqrt(ascending.reduce((sum, v) => sum + (v - mean) ** 2, 0) / ascending.length);
  const robust = (sortedQuantile(ascending, 0.75) - sortedQuantile(ascending, 0.25)) / 1.34;
  const sigma = robust > 0 ? Math.min(robust, deviation) : deviation;
  const resolution = sortedQuantile(Float64Array.from(steps).sort(), 0.5);
  return Math.max(1, Math.min(bins / 16, Math.max((0.5 * 0.9 * sigma * ascending.length ** -0.2) / bin, (1.5 * resolution) / bin)));
}

function smoothed(raw: Float64Array, sigma: number): Float64Array {
  const reach = Math.ceil(4 * sigma);
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, k) => Math.exp(-0.5 * ((k - reach) / sigma) ** 2));
  const total = weights.reduce((sum, w) => sum + w, 0);
  return raw.map((_, i) => {
    let sum = 0;
    for (let k = -reach; k <= reach; k++) if (i + k >= 0 && i + k < raw.length) sum += (raw[i + k]! * weights[k + reach]!) / total;
    return sum;
  });
}

interface Hill {
  readonly top: number;
  readonly height: number;
  /** Rows. */
  readonly mass: number;
}

/** Hills that stand apart, from low to high: the shallowest valleys and the smallest hills are given up first. */
function hillsOf(density: Float64Array, rows: number, most: number): Hill[] {
  const tops: number[] = [];
  for (let i = 0; i < density.length; i++) {
    const before = i === 0 ? -1 : density[i - 1]!;
    if (density[i]! > before && density[i]! >= nextOther(density, i)) tops.push(i);
  }
  let hills = tops.map((top): Hill => ({ top, height: density[top]!, mass: 0 }));
  const measured = (some: readonly Hill[]): Hill[] => {
    const cuts = [0, ...some.slice(1).map((hill, k) => lowest(density, some[k]!.top, hill.top)), density.length];
    return some.map((hill, k) => ({ ...hill, mass: density.slice(cuts[k]!, cuts[k + 1]!).reduce((sum, d) => sum + d, 0) }));
  };
  hills = measured(hills);
  for (;;) {
    if (hills.length < 2) return hills;
    const depth = (k: number) =>
      density[lowest(density, hills[k]!.top, hills[k + 1]!.top)]! / Math.min(hills[k]!.height, hills[k + 1]!.height);
    const shallow = hills.slice(1).map((_, k) => ({ k, depth: hills[k + 1]!.top - hills[k]!.top < closest * bins ? 1 : depth(k) }));
    const worst = shallow.reduce((a, b) => (b.depth > a.depth ? b : a));
    const smallest = hills.reduce((best, hill, k) => (hill.mass < hills[best]!.mass ? k : best), 0);
    let gone = -1;
    if (worst.depth > deepest) gone = hills[worst.k]!.height < hills[worst.k + 1]!.height ? worst.k : worst.k + 1;
    else if (hills[smallest]!.mass < leastShare * rows || hills.length > most) gone = smallest;
    if (gone < 0) return hills;
    hills = measured(hills.filter((_, k) => k !== gone));
  }
}

function nextOther(density: Float64Array, i: number): number {
  let k = i + 1;
  while (k < density.length && density[k] === density[i]) k++;
  return k < density.length ? density[k]! : -1;
}

function lowest(density: Float64Array, from: number, to: number): number {
  let best = from;
  for (let i = from; i <= to; i++) if (density[i]! < density[best]!) best = i;
  return best;
}

/** The roundest number where the density is hardly more than at the bottom. */
function valley(density: Float64Array, from: number, to: number, at: (bin: number) => number): number {
  const bottom = density[lowest(density, from, to)]!;
  const level = bottom + 0.1 * Math.min(density[from]!, density[to]!);
  const floor = lowest(density, from, to);
  let [a, b] = [floor, floor];
  while (a - 1 > from && density[a - 1]! <= level) a--;
  while (b + 1 < to && density[b + 1]! <= level) b++;
  // Away from the hills' feet, where values still come.
  const trim = Math.floor((b - a) / 4);
  return roundest(at(a + trim) - 1e-12, at(b - trim) + 1e-12);
}

/** The number with the fewest digits between the two, the one next to their middle where there are several. */
export function roundest(low: number, high: number): number {
  const middle = (low + high) / 2;
  const size = Math.max(Math.abs(low), Math.abs(high));
  for (let power = Math.ceil(Math.log10(size || 1)); power > -12; power--)
    for (const share of [1, 0.5]) {
      const unit = share * 10 ** power;
      const nearest = Math.round(middle / unit) * unit;
      const found = [nearest, nearest - unit, nearest + unit].find((x) => x >= low && x <= high);
      if (found !== undefined) return Number(found.toPrecision(12));
    }
  return middle;
}
