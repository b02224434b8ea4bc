import { sorted, sortedQuantile } from "../signal/quantile.ts";

/** How inputs are bent before a straight model is laid through them. Inputs are standardised first: z = (x − mean) / deviation. */
export interface Basis {
  /** [inputs] */
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  /** [inputs] knots in z, ascending; fewer than three where the input has few values: then it stays straight. */
  readonly knots: readonly Float64Array[];
  /** [inputs] range of z in training: products of inputs end there. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Whether products of two inputs belong to it. */
  readonly products: boolean;
}

// Seven knots at these quantiles (Harrell, Regression Modeling Strategies, 2nd edition, table 2.3); the penalty keeps them from wiggling.
const knotShares = [0.025, 0.1833, 0.3417, 0.5, 0.6583, 0.8167, 0.975];
// Share of the range of the knots; equal ones are one knot.
const leastApart = 0.01;
// p (p − 1) / 2 products: with more inputs they would outnumber everything else.
const mostInputsWithProducts = 10;

/** The basis that suits these inputs. @param inputs [inputs][rows] without NaN. */
export function basisOf(inputs: readonly Float64Array[]): Basis {
  const mean = Float64Array.from(inputs, (x) => x.reduce((a, b) => a + b, 0) / x.length);
  const deviation = Float64Array.from(inputs, (x, j) => Math.sqrt(x.reduce((a, b) => a + (b - mean[j]!) ** 2, 0) / x.length) || 1);
  const z = inputs.map((x, j) => sorted(x.map((v) => (v - mean[j]!) / deviation[j]!)));
  return {
    mean,
    deviation,
    knots: z.map(knotsOf),
    low: Float64Array.from(z, (ascending) => ascending[0]!),
    high: Float64Array.from(z, (ascending) => ascending.at(-1)!),
    products: inputs.length <= mostInputsWithProducts,
  };
}

/** Quantiles that are apart: what an instrument scatters about the few levels people choose must not bend a curve between them. */
function knotsOf(ascending: Float64Array): Float64Array {
  const all = knotShares.map((share) => sortedQuantile(ascending, share));
  const apart = leastApart * (all.at(-1)! - all[0]!);
  const kept: number[] = [];
  for (const knot of all) if (kept.length === 0 || knot - kept.at(-1)! > apart) kept.push(knot);
  return Float64Array.from(kept);
}

/** The inputs a term of the basis is made of, one or two. */
export function termInputs(basis: Basis): number[][] {
  const single = basis.knots.flatMap((knots, j) => Array.from({ length: 1 + Math.max(0, knots.length - 2) }, () => [j]));
  if (!basis.products) return single;
  const p = basis.knots.length;
  return [...single, ...Array.from({ length: p }, (_, a) => Array.from({ length: p - a - 1 }, (_, k) => [a, a + 1 + k])).flat()];
}

/**
 * Fills one row of terms: per input the input itself and its natural cubic spline, which is straight beyond the outer knots
 * (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning, 2nd edition, 5.4 and 5.5), then the products of two inputs, held
 * to the range of training.
 * @param out [terms] NaN wherever an input of the term is.
 */
export function fillTerms(basis: Basis, inputs: readonly Float64Array[], row: number, out: Float64Array): void {
  const p = inputs.length;
  let at = 0;
  for (let j = 0; j < p; j++) {
    const z = (inputs[j]![row]! - basis.mean[j]!) / basis.deviation[j]!;
    out[at++] = z;
    const knots = basis.knots[j]!;
    const last = knots.length - 1;
    if (last < 2) continue;
    const end = knots[last]!;
    const cube = (from: number): number => (z > from ? (z - from) * (z - from) * (z - from) : 0);
    const bend = (k: number): number => (cube(knots[k]!) - cube(end)) / (end - knots[k]!);
    const reference = bend(last - 1);
    for (let k = 0; k < last - 1; k++) out[at++] = Number.isNaN(z) ? Number.NaN : bend(k) - reference;
  }
  if (!basis.products) return;
  const held = (j: number): number => {
    const z = (inputs[j]![row]! - basis.mean[j]!) / basis.deviation[j]!;
    return z < basis.low[j]! ? basis.low[j]! : z > basis.high[j]! ? basis.high[j]! : z;
  };
  for (let a = 0; a < p; a++) for (let b = a + 1; b < p; b++) out[at++] = held(a) * held(b);
}
