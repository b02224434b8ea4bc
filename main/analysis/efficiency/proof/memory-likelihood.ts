import { cholesky } from "../../models/linear-cholesky.ts";

/** One memory the noise may have, and how well it agrees with what was seen. */
export interface Memory {
  /** Correlation of the part that remembers with itself a grain before, 0 … 0.98. */
  readonly correlation: number;
  /** Share of the variance that remembers nothing, 0 … 1. */
  readonly fresh: number;
  /** Variance of a grain. */
  readonly variance: number;
  /** Probability; the weights of all memories sum to 1. */
  readonly weight: number;
}

// Finer where a step changes the variance of a total more. Equal prior weight per unit of correlation.
const correlations = [...steps(0, 0.7, 0.05), ...steps(0.7, 0.98, 0.02), { correlation: 0.98, width: 0.01 }];
const freshShares = [0, 0.25, 0.5, 0.75];

/**
 * What a series of residuals says about its own memory. The noise is taken for a part that fades by a fixed share per grain and a part
 * that is new in every grain, with gaps where there are any: the residual likelihood, in which the columns the residuals were freed of do
 * not count as memory lost (Patterson & Thompson, Biometrika 58 (1971) 545; for serial correlation Cheang & Reinsel, JASA 95 (2000) 1173),
 * by a Kalman filter (Harvey, Forecasting, Structural Time Series Models and the Kalman Filter, 3.4), over a grid with equal prior
 * weights. A correlation below zero would make totals surer than independent readings; nobody should be promised that, so it is taken
 * for none.
 * @param values [grains] NaN where there is no grain. @param columns [columns][grains]; those that are mixtures of others are left out.
 * @returns no memories where fewer than three degrees of freedom are left.
 */
export function memoryLikelihood(values: Float64Array, columns: readonly Float64Array[]): { memories: Memory[]; freedom: number } {
  const present = Int32Array.from(values.keys()).filter((i) => !Number.isNaN(values[i]!));
  const kept = independent(columns, present);
  const freedom = present.length - kept.length;
  if (freedom < 3) return { memories: [], freedom };
  const series = [...kept, values].map((v) => Float64Array.from(present, (i) => v[i]!));
  const shapes = correlations.flatMap(({ correlation, width }) => freshShares.map((fresh) => ({ correlation, width, fresh })));
  const tried = shapes.flatMap((shape) => {
    const { white, logs } = whitened(shape, series, present);
    const size = series.length;
    const gram = new Float64Array(size * size);
    for (let a = 0; a < size; a++)
      for (let b = 0; b <= a; b++) {
        let sum = 0;
        for (let i = 0; i < present.length; i++) sum += white[a]![i]! * white[b]![i]!;
        gram[a * size + b] = sum;
      }
    // The last diagonal of the factor of [X y]ᵀ[X y] is the length of what X does not explain of y.
    const lower = cholesky(gram, size);
    if (!lower) return [];
    const squares = lower[size * size - 1]! ** 2;
    let determinant = 0;
    for (let a = 0; a < size - 1; a++) determinant += 2 * Math.log(lower[a * size + a]!);
    return [
      { ...shape, variance: squares / freedom, log: Math.log(shape.width) - 0.5 * (logs + determinant + freedom * Math.log(squares)) },
    ];
  });
  const top = tried.reduce((a, t) => Math.max(a, t.log), Number.NEGATIVE_INFINITY);
  const total = tried.reduce((sum, t) => sum + Math.exp(t.log - top), 0);
  return { freedom, memories: tried.map(({ log, width: _, ...memory }) => ({ ...memory, weight: Math.exp(log - top) / total })) };
}

/**
 * The series as they would be without memory: what is new in every grain, each with variance 1 where a grain has variance 1.
 * @param series [series][present] @param present [present] numbers of the grains. @returns logs: sum of the logarithms of the variances.
 */
export function whitened(
  { correlation, fresh }: { correlation: number; fresh: number },
  series: readonly Float64Array[],
  present: Int32Array,
): { white: Float64Array[]; logs: number } {
  const n = present.length;
  const lasting = 1 - fresh;
  const gains = new Float64Array(n);
  const scales = new Float64Array(n);
  const keeps = new Float64Array(n);
  let logs = 0;
  let uncertain = lasting;
  for (let i = 0; i < n; i++) {
    const variance = uncertain + fresh;
    gains[i] = uncertain / variance;
    scales[i] = 1 / Math.sqrt(variance);
    logs += Math.log(variance);
    const gap = i + 1 < n ? present[i + 1]! - present[i]! : 1;
    const keep = gap === 1 ? correlation : correlation ** gap;
    keeps[i] = keep;
    uncertain = keep * keep * uncertain * (1 - gains[i]!) + lasting * (1 - keep * keep);
  }
  const white = series.map((values) => {
    const out = new Float64Array(n);
    let foreseen = 0;
    for (let i = 0; i < n; i++) {
      const news = values[i]! - foreseen;
      out[i] = news * scales[i]!;
      foreseen = keeps[i]! * (foreseen + gains[i]! * news);
    }
    return out;
  });
  return { white, logs };
}

function steps(from: number, to: number, width: number): { correlation: number; width: number }[] {
  return Array.from({ length: Math.round((to - from) / width) }, (_, k) => ({ correlation: from + k * width, width }));
}

/** An orthonormal basis of the columns over the grains present (Gram and Schmidt, twice for its rounding). */
function independent(columns: readonly Float64Array[], present: Int32Array): Float64Array[] {
  const dot = (a: Float64Array, b: Float64Array): number => present.reduce((sum, i) => sum + a[i]! * b[i]!, 0);
  const kept: Float64Array[] = [];
  for (const column of columns) {
    const length = Math.sqrt(dot(column, column));
    if (!(length > 0)) continue;
    const own = column.map((v) => v / length);
    for (let round = 0; round < 2; round++)
      for (const basis of kept) {
        const along = dot(own, basis);
        for (const i of present) own[i] = own[i]! - along * basis[i]!;
      }
    const left = Math.sqrt(dot(own, own));
    if (left > leastOwn) kept.push(own.map((v) => v / left));
  }
  return kept;
}

// A column of which less than this part of the length is new is a mixture of those before it.
const leastOwn = 1e-3;
