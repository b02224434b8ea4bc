/** The samples of a recording as counts. Columns: number of the sample, stamp, analog channels, status channels. */
export interface ComtradeData {
  readonly rows: number;
  /** Writes rows [from, from + count) of the columns that are not null; NaN where the file marks no sample. */
  read(from: number, count: number, into: readonly (Float64Array | null)[]): Promise<void>;
}
