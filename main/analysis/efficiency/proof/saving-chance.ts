import type { Meter } from "#shared/domain/proof.ts";
import { leastSquares } from "../baseline/least-squares.ts";
import type { Design } from "./design-columns.ts";
import { type Grains, grainMeans, grainsOf } from "./grains.ts";
import { longRunShare } from "./long-run-share.ts";
import { type Memory, memoryLikelihood, whitened } from "./memory-likelihood.ts";
import { rootOf, studentT } from "./student-t.ts";

/** What the readings of the baseline say about chance; everything an interval of a saving is made of. */
export interface Chance {
  readonly grains: Grains;
  /** Likely memories; empty where there are too few grains to tell. */
  readonly memories: readonly Memory[];
  /** The most likely of them. */
  readonly likely: Memory;
  /** Degrees of freedom of the noise, in grains. */
  readonly freedom: number;
  /** Long-run variance of what the memory leaves over, as a multiple of its variance: Newey & West's part. */
  readonly rest: number;
  /** [grains of the baseline] residual per row. NaN where there is no row. */
  readonly noise: Float64Array;
  /** First grain of `noise`. */
  readonly first: number;
  /** [parameters][grains] column added up over the rows of the grain. */
  readonly sums: readonly Float64Array[];
  /** [parameters][grains] (column − its mean over the grain) · residual, added up: what happens within a grain. */
  readonly tilts: readonly Float64Array[];
  /** (XᵀX)⁻¹·g. */
  solve(g: Float64Array): Float64Array;
}

/** @param design of the baseline's own rows. @param residual [rows] measured − expected. */
export function chanceOf(meter: Meter, time: Float64Array, design: Design, residual: Float64Array): Chance | undefined {
  const grains = grainsOf(meter, time);
  const first = grains.of(time[0]!);
  const grainOf = Int32Array.from(time, (t) => grains.of(t) - first);
  const count = grainOf.at(-1)! + 1;
  const full = leastSquares(design.columns, residual);
  // A balance point at the edge of what was seen has no slope of its own to tell; the coefficients always have.
  const columns = full ? design.columns : design.columns.slice(0, design.coefficients);
  const fit = full ?? leastSquares(columns, residual);
  if (!fit) return undefined;
  const noise = grainMeans(residual, grainOf, count);
  const { memories, freedom } = memoryLikelihood(
    noise,
    columns.map((c) => grainMeans(c, grainOf, count)),
  );
  if (memories.length === 0) return undefined;
  const likely = memories.reduce((a, b) => (b.weight > a.weight ? b : a));
  const present = Int32Array.from(noise.keys()).filter((i) => !Number.isNaN(noise[i]!));
  const { white } = whitened(likely, [Float64Array.from(present, (i) => noise[i]!)], present);
  return {
    grains,
    memories,
    likely,
    freedom,
    rest: longRunShare(white[0]!),
    noise,
    first,
    ...withinGrains(columns, residual, grainOf, count),
    solve: fit.solve,
  };
}

function withinGrains(
  columns: readonly Float64Array[],
  residual: Float64Array,
  grainOf: Int32Array,
  count: number,
): Pick<Chance, "sums" | "tilts"> {
  const rows = new Float64Array(count);
  for (const grain of grainOf) rows[grain] = rows[grain]! + 1;
  const sums = columns.map((column) => {
    const sum = new Float64Array(count);
    for (let i = 0; i < column.length; i++) sum[grainOf[i]!] = sum[grainOf[i]!]! + column[i]!;
    return sum;
  });
  const tilts = columns.map((column, j) => {
    const tilt = new Float64Array(count);
    for (let i = 0; i < column.length; i++) {
      const grain = grainOf[i]!;
      tilt[grain] = tilt[grain]! + (column[i]! - sums[j]![grain]! / rows[grain]!) * residual[i]!;
    }
    return tilt;
  });
  return { sums, tilts };
}

/** Readings that are added up, as the model sees them. */
export interface AddedReadings extends Pick<Design, "expected" | "columns"> {
  /** [rows] ms UTC. */
  readonly time: Float64Array;
}

export const firstReadings = ({ time, expected, columns }: AddedReadings, count: number): AddedReadings => ({
  time: time.subarray(0, count),
  expected: expected.subarray(0, count),
  columns: columns.map((c) => c.subarray(0, count)),
});

/** How much each grain's noise counts in a total of the reporting period, over one clock from the baseline to its end. */
export interface NoiseWeights {
  /** [grains] from `Chance.first`, or from before it where the reporting period lies before. */
  readonly weights: Float64Array;
  /** Variance of what the baseline's rows add within their grains. */
  readonly within: number;
}

/**
 * A saving is off by the noise of the rows it adds up, minus what the noise of the baseline did to the coefficients: both are sums of
 * the noise with known weights. For least squares those of the baseline are X·(XᵀX)⁻¹·Σx over the reporting rows.
 */
export function noiseWeights(chance: Chance, { time, columns }: AddedReadings): NoiseWeights {
  const used = columns.slice(0, chance.sums.length);
  const g = Float64Array.from(used, total);
  const b = chance.solve(g);
  const reporting = Int32Array.from(time, (t) => chance.grains.of(t) - chance.first);
  const lowest = reporting.reduce((a, v) => Math.min(a, v), 0);
  const highest = reporting.reduce((a, v) => Math.max(a, v), chance.noise.length - 1);
  const weights = new Float64Array(highest - lowest + 1);
  for (const grain of reporting) weights[grain - lowest] = weights[grain - lowest]! - 1;
  let within = 0;
  for (let grain = 0; grain < chance.noise.length; grain++) {
    let [sum, tilt] = [0, 0];
    for (let j = 0; j < b.length; j++) {
      sum += b[j]! * chance.sums[j]![grain]!;
      tilt += b[j]! * chance.tilts[j]![grain]!;
    }
    weights[grain - lowest] = weights[grain - lowest]! + sum;
    within += tilt * tilt;
  }
  return { weights, within };
}

function total(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum;
}

/** Standard error of the total at the most likely memory. */
export function standardError(chance: Chance, { weights, within }: NoiseWeights): number {
  return Math.sqrt(chance.rest * varianceOf(weights, chance.likely) + within);
}

/**
 * Half the width of the interval: Student's t over every memory the baseline allows, each with its weight, so that a memory that is badly
 * known makes the interval wider.
 */
export function halfWidth(chance: Chance, { weights, within }: NoiseWeights, level: number): number {
  const errors = chance.memories
    .filter((memory) => memory.weight > negligible)
    .map((memory) => ({ weight: memory.weight, error: Math.sqrt(chance.rest * varianceOf(weights, memory) + within) }));
  const scale = errors.reduce((a, e) => Math.max(a, e.error), 0);
  if (!(scale > 0)) return 0;
  const wanted = (1 + level) / 2;
  const inside = (x: number): number =>
    errors.reduce((sum, { weight, error }) => sum + weight * studentT((x * scale) / error, chance.freedom), 0);
  return scale * rootOf((x) => inside(x) - wanted);
}

const negligible = 1e-4;

/** Variance of Σ weights·noise; the noise has run on since long before the first grain. */
function varianceOf(weights: Float64Array, { correlation, fresh, variance }: Memory): number {
  let [running, lasting, own] = [0, 0, 0];
  for (let i = weights.length - 1; i >= 0; i--) {
    running = weights[i]! + correlation * running;
    lasting += running * running;
    own += weights[i]! * weights[i]!;
  }
  lasting = lasting * (1 - correlation ** 2) + (correlation * running) ** 2;
  return variance * ((1 - fresh) * lasting + fresh * own);
}
