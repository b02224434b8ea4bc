import type { Frame } from "#shared/domain/frame.ts";

// Settings are learned to a hundredth of their range: what instruments scatter about the few levels that crews choose would put knots of a
// curve next to each other, and the curve would swing between the levels.
const settingLevels = 100;

/** The frame with these columns rounded to a hundredth of their range, from their lowest value on. */
export function levelled(frame: Frame, tags: readonly string[]): Frame {
  const columns = frame.columns.map((column) => {
    if (!tags.includes(column.tag)) return column;
    const low = column.values.reduce((a, b) => (b < a ? b : a), Number.POSITIVE_INFINITY);
    const level = (column.values.reduce((a, b) => (b > a ? b : a), low) - low) / settingLevels || 1;
    return { ...column, values: column.values.map((x) => low + Math.round((x - low) / level) * level) };
  });
  return { ...frame, columns };
}
