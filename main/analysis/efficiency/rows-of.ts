import type { Frame } from "#shared/domain/frame.ts";

/** The given rows of a frame, in their order. */
export function rowsOf(frame: Frame, rows: Int32Array): Frame {
  const pick = (values: Float64Array): Float64Array => {
    const picked = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i++) picked[i] = values[rows[i]!]!;
    return picked;
  };
  return { time: pick(frame.time), columns: frame.columns.map((column) => ({ ...column, values: pick(column.values) })) };
}
