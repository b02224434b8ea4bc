/** The numbers of a data set 58 in their order: ordinates alone, or each behind its abscissa; a complex ordinate is two. */
export interface UffValues {
  /** How many numbers there are. */
  readonly count: number;
  /** Writes numbers [from, from + into.length) into `into`. */
  read(from: number, into: Float64Array): Promise<void>;
}
