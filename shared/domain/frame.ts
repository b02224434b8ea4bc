/** Columns of equal length on one clock: the only shape in which samples travel. */
export interface Frame {
  /** [rows] ms since 1970-01-01 UTC, ascending. */
  readonly time: Float64Array;
  readonly columns: readonly Column[];
}

export interface Column {
  readonly tag: string;
  /** Unit of measure as text, "" where there is none. */
  readonly unit: string;
  /** [rows] NaN where there is no good sample. */
  readonly values: Float64Array;
}

/** The column of a tag; throws when the frame has none: a programming error, names are checked at the door. */
export function columnOf(frame: Frame, tag: string): Column {
  const column = frame.columns.find((c) => c.tag === tag);
  if (!column) throw new Error(`The frame has no column "${tag}".`);
  return column;
}
