import type { Column, Frame } from "#shared/domain/frame.ts";

/**
 * The chosen rows as frames, one per uninterrupted run: cut at gaps and wherever a row is not chosen.
 * @param rows ascending row numbers. The values are views, nothing is copied.
 */
export function runFrames(frame: Frame, rows: Int32Array, gapMs: number): Frame[] {
  const found: Frame[] = [];
  let start = 0;
  for (let i = 1; i <= rows.length; i++) {
    const joined = i < rows.length && rows[i] === rows[i - 1]! + 1 && frame.time[rows[i]!]! - frame.time[rows[i - 1]!]! <= gapMs;
    if (joined) continue;
    const from = rows[start]!;
    const to = rows[i - 1]! + 1;
    found.push({
      time: frame.time.subarray(from, to),
      columns: frame.columns.map((c): Column => ({ ...c, values: c.values.subarray(from, to) })),
    });
    start = i;
  }
  return found;
}
