import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { SeenCondition, UnseenConditions } from "#shared/domain/regime.ts";
import { isCondition } from "./condition-tags.ts";

// A little beyond what was seen is still like it: two hundredths of the range.
const margin = 0.02;

/**
 * What the tags that give the machine its conditions have shown in the reference.
 * @param frame prepared. @param rows of the reference, with a value in every column. @param commands tags that tell the regimes.
 */
export function seenConditions(frame: Frame, rows: Int32Array, commands: readonly string[]): SeenCondition[] {
  return frame.columns
    .filter(({ tag }) => commands.includes(tag) || isCondition(tag))
    .map(({ tag, unit, values }) => {
      let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
      for (const row of rows) {
        if (values[row]! < low) low = values[row]!;
        if (values[row]! > high) high = values[row]!;
      }
      return { tag, unit, low, high };
    })
    .filter(({ low, high }) => high > low);
}

/** Whether a value lies outside what was seen; NaN does not. */
export function isUnseen(value: number, { low, high }: Pick<SeenCondition, "low" | "high">): boolean {
  const air = margin * (high - low);
  return value < low - air || value > high + air;
}

/** The condition that is unseen in the most of these rows. @param frame prepared. @returns undefined where no condition is unseen in more than half of the rows. */
export function unseenIn(frame: Frame, rows: readonly number[], seen: readonly SeenCondition[]): UnseenConditions | undefined {
  let most: UnseenConditions | undefined;
  for (const condition of seen) {
    const { values } = columnOf(frame, condition.tag);
    const outside = rows.filter((row) => isUnseen(values[row]!, condition));
    const share = outside.length / rows.length;
    if (!(share > 0.5) || share <= (most?.share ?? 0)) continue;
    const off = (row: number) => Math.max(condition.low - values[row]!, values[row]! - condition.high);
    const furthest = outside.reduce((best, row) => (off(row) > off(best) ? row : best));
    most = { ...condition, value: values[furthest]!, share };
  }
  return most;
}
