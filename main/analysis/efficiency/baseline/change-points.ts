import type { Term } from "#shared/domain/proof.ts";
import { sorted, sortedQuantile } from "../../signal/quantile.ts";
import { type LeastSquares, leastSquares } from "./least-squares.ts";

/** One or two knots: `heating` below one, `cooling` above one, both with a knot each, or two slopes that meet in one knot. */
export type ChangePointShape = "heating" | "cooling" | "heating-cooling" | "four-parameter";

export interface ChangePointFit {
  readonly knots: readonly number[];
  /** The terms of the change point driver; the constant and the other columns are the caller's. */
  readonly terms: Term[];
  readonly columns: Float64Array[];
  readonly fit: LeastSquares;
}

// CalTRACK 2.0 (3.2.1, 3.2.3) steps its balance points by at most 3 °F from 30 to 90 °F: twenty steps; the last digits are searched for.
const steps = 20;
const halvings = 16;
const refinements = 20;
// Of the step that would be best were the balance points straight lines.
const shares = [1, 0.5, 0.25, 0.1];
const settled = 1e-10;
// CalTRACK 2.0 (3.2.2.2): a term that is zero on all but a few days is told by those few alone. Bills are few and exempt: a sixth of them.
const fewestRows = 10;
const fewestShare = 1 / 6;

/**
 * Least squares over balance points: a grid over the observed range, ever smaller steps about the best, then Gauss–Newton from there.
 * @param others [columns][rows] the constant and every other driver. @param x [rows] the driver with change points.
 * @param positive a candidate in which heating or cooling would save energy is not considered, nor a base
 * load below zero where no other driver stands beside it (CalTRACK 2.0, 3.4.3.2).
 * @param near balance points to begin from, in place of the grid; where they do not qualify the grid is taken.
 * @returns undefined where no candidate qualifies.
 */
export function fitChangePoints(
  shape: ChangePointShape,
  {
    tag,
    x,
    others,
    energy,
    positive,
    near,
  }: {
    tag: string;
    x: Float64Array;
    others: readonly Float64Array[];
    energy: Float64Array;
    positive: boolean;
    near?: readonly number[] | undefined;
  },
): ChangePointFit | undefined {
  const ascending = sorted(x);
  const edge = Math.min(fewestRows / x.length, fewestShare);
  const lowest = sortedQuantile(ascending, edge);
  const highest = sortedQuantile(ascending, 1 - edge);
  if (!(highest > lowest)) return undefined;
  const attempt = (knots: readonly number[]): ChangePointFit | undefined => {
    const [low, high] = [knots[0]!, knots.at(-1)!];
    if (low < lowest || high > highest || high < low) return undefined;
    const terms = termsOf(shape, tag, low, high);
    const columns = terms.map((term) => hinge(term, x));
    const fit = leastSquares([...others, ...columns], energy);
    if (!fit) return undefined;
    if (positive && others.length === 1 && fit.coefficients[0]! < 0) return undefined;
    if (positive && columns.some((_, k) => fit.coefficients[others.length + k]! < 0)) return undefined;
    return { knots, terms, columns, fit };
  };
  let best: ChangePointFit | undefined;
  const consider = (knots: readonly number[]): void => {
    const tried = attempt(knots);
    if (tried && (!best || tried.fit.squares < best.fit.squares)) best = tried;
  };
  const step = (highest - lowest) / steps;
  const two = shape === "heating-cooling";
  if (near) consider(near);
  for (let a = 0; a <= steps && !(near && best); a++)
    if (two) for (let b = a; b <= steps; b++) consider([lowest + a * step, lowest + b * step]);
    else consider([lowest + a * step]);
  for (let by = step / 2; by >= step / halvings && best; by /= 2) {
    const around = best.knots;
    for (const a of [-by, 0, by])
      if (two) for (const b of [-by, 0, by]) consider([around[0]! + a, around[1]! + b]);
      else consider([around[0]! + a]);
  }
  for (let k = 0; k < refinements && best; k++) {
    const before: ChangePointFit = best;
    const move = moves(before, others, energy, shape);
    for (const share of shares) {
      consider(before.knots.map((at, j) => Math.min(highest, Math.max(lowest, at + share * move[j]!))));
      if (best !== before) break;
    }
    if (before.fit.squares - best.fit.squares <= settled * before.fit.squares) break;
  }
  return best;
}

/** Where the balance points would go if the expectation were straight in them: a regression with their slopes as columns. */
function moves(
  { terms, columns, knots, fit }: ChangePointFit,
  others: readonly Float64Array[],
  energy: Float64Array,
  shape: ChangePointShape,
): number[] {
  const slopes = terms.map((term, k) => {
    const slope = (term.kind === "below" ? 1 : -1) * fit.coefficients[others.length + k]!;
    return columns[k]!.map((v) => (v > 0 ? slope : 0));
  });
  const knotColumns = shape === "four-parameter" ? [slopes[0]!.map((v, i) => v + slopes[1]![i]!)] : slopes;
  const wider = leastSquares([...others, ...columns, ...knotColumns], energy);
  return knots.map((_, j) => wider?.coefficients[others.length + columns.length + j] ?? 0);
}

function termsOf(shape: ChangePointShape, tag: string, low: number, high: number): Term[] {
  const below: Term = { kind: "below", tag, at: low };
  const above: Term = { kind: "above", tag, at: high };
  if (shape === "heating") return [below];
  if (shape === "cooling") return [above];
  return [below, above];
}

function hinge(term: Term, x: Float64Array): Float64Array {
  const sign = term.kind === "below" ? -1 : 1;
  const { at } = term as { at: number };
  return x.map((v) => Math.max(0, sign * (v - at)));
}
