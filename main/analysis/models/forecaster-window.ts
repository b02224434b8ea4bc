import type { Frame } from "#shared/domain/frame.ts";
import { runs } from "../signal/runs.ts";

/** Rows of a step: as wide as the trailing mean that makes the rows, so that two steps share no sample. */
export const stepRows = 10;

const gapIntervals = 10; // as the preparation of rows has it
const mark = "\u001e"; // no tag has it in its name

/** The name of the column with what a tag was so many steps earlier. */
export const earlierTag = (tag: string, step: number): string => `${tag}${mark}${step}`;

export const isEarlier = (name: string): boolean => name.includes(mark);

/**
 * The frame with every tag as it was 1 … `steps` steps earlier in columns behind its own; NaN where that lies before a gap or the first row.
 * @param frame rows in order of time. @param intervalMs usual distance between two rows.
 */
export function withEarlier(frame: Frame, steps: number, intervalMs: number): Frame {
  const found = runs(frame.time, gapIntervals * intervalMs);
  const earlier = Array.from({ length: steps }, (_, k) => k + 1).flatMap((step) =>
    frame.columns.map(({ tag, unit, values }) => {
      const shifted = new Float64Array(values.length).fill(Number.NaN);
      for (const { from, to } of found)
        if (from + step * stepRows < to) shifted.set(values.subarray(from, to - step * stepRows), from + step * stepRows);
      return { tag: earlierTag(tag, step), unit, values: shifted };
    }),
  );
  return { ...frame, columns: [...frame.columns, ...earlier] };
}
