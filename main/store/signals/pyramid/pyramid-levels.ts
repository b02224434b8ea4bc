// Rows per cell of each level where the log is regular. Powers of two of the finest, so that a coarse cell is whole fine cells.
export const rowsPerCell = [64, 1024, 16_384] as const;

/** A level is kept for a stretch of rows only if its cells hold so many rows on average; below that the rows themselves are as quick. */
export const leastRowsPerCell = 8;

/** Widths of the levels in microseconds, finest first: the power of two that is no finer than so many median intervals. */
export const levelWidths = (intervalMs: number): number[] =>
  rowsPerCell.map(
    (rows) => 2 ** Math.max(0, Math.ceil(Math.log2(Math.max(1, intervalMs * 1000 * rowsPerCell[0])))) * (rows / rowsPerCell[0]),
  );
