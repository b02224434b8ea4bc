import { logOdds, scoreOf } from "../episodes/log-odds.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";

/** How the log-odds of a regime's scores are brought into line with those of all: shift + stretch · odds. */
export interface Alignment {
  readonly shift: number;
  /** > 0. */
  readonly stretch: number;
}

export const asIs: Alignment = { shift: 0, stretch: 1 };

const fewestRows = 1000; // ten rows beyond the quantile that is aligned
const tail = 0.99;
const widest = 2; // a tail that would have to be stretched further is not known well enough

/**
 * For each band the alignment under which middle and tail of its held-out scores lie where those of all rows lie, so that one limit is a limit
 * per regime. @param score [rows] held out, NaN passed over. @param band [rows] −1 in none.
 * @returns [bands] as they are where a band has too few rows.
 */
export function alignments(score: Float64Array, band: Int8Array, bands: number): Alignment[] {
  const odds = score.map((s) => (Number.isNaN(s) ? s : logOdds(s)));
  const all = levels(odds);
  return Array.from({ length: bands }, (_, number) => {
    const own = odds.filter((o, i) => band[i] === number && !Number.isNaN(o));
    if (own.length < fewestRows) return asIs;
    const { middle, high } = levels(own);
    const stretch = Math.min(widest, Math.max(1 / widest, (all.high - all.middle) / (high - middle)));
    // The tail is what a limit rests on: where the stretch is held back, the middle gives way.
    return Number.isFinite(stretch) ? { stretch, shift: all.high - stretch * high } : asIs;
  });
}

function levels(odds: Float64Array): { middle: number; high: number } {
  const ascending = sorted(odds);
  return { middle: sortedQuantile(ascending, 0.5), high: sortedQuantile(ascending, tail) };
}

/** A score brought into line; NaN stays NaN. */
export const aligned = (score: number, { shift, stretch }: Alignment): number =>
  Number.isNaN(score) || (shift === 0 && stretch === 1) ? score : scoreOf(shift + stretch * logOdds(score));

/** The score that an aligned one was made of. */
export const unaligned = (score: number, { shift, stretch }: Alignment): number => scoreOf((logOdds(score) - shift) / stretch);
