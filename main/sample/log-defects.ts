import { minute } from "./clock.ts";
import { random } from "./random.ts";
import { stuckTag } from "./sensor-faults.ts";

/** Texts a historian writes where it has no number. */
export const badTexts = ["Bad", "I/O Timeout", "No Data"] as const;

/** What goes wrong between the instruments and the log. Rows count before gaps are taken out. */
export interface LogDefects {
  /** Rows that were never written: [from, to). */
  readonly gaps: readonly { from: number; to: number }[];
  /** Cells that hold a text. */
  readonly states: readonly { row: number; tag: string; text: string }[];
  /** A row written twice. */
  readonly duplicate: number;
  /** A line of the logger's own, after the first gap. */
  readonly remarkRow: number;
}

/** About seven gaps of 3 … 45 minutes, six bursts of bad cells, one row twice, one remark. */
export function logDefects(seed: number, rows: number, stepMs: number, tags: readonly string[]): LogDefects {
  const chance = random(seed, "log");
  const anyRow = (): number => 1 + Math.floor(chance.uniform() * (rows - 2));
  const gaps = Array.from({ length: 7 }, () => {
    const from = anyRow();
    const length = Math.max(1, Math.round(((3 + 42 * chance.uniform() ** 2) * minute) / stepMs));
    return { from, to: Math.min(rows - 1, from + length) };
  }).sort((a, b) => a.from - b.from);
  const lost = (row: number): boolean => gaps.some(({ from, to }) => row >= from && row < to);

  // A stuck sensor repeats its value without a break, so no state is put on its tag.
  const candidates = tags.filter((tag) => tag !== stuckTag);
  const states: { row: number; tag: string; text: string }[] = [];
  for (let burst = 0; burst < 6; burst++) {
    const tag = candidates[Math.floor(chance.uniform() * candidates.length)]!;
    const text = badTexts[burst % badTexts.length]!;
    const from = anyRow();
    const length = 1 + Math.floor(chance.uniform() * 4);
    for (let row = from; row < Math.min(rows - 1, from + length); row++)
      if (!lost(row) && !states.some((state) => state.row === row && state.tag === tag)) states.push({ row, tag, text });
  }

  let duplicate = anyRow();
  while (lost(duplicate) || states.some(({ row }) => row === duplicate)) duplicate = anyRow();
  let remarkRow = gaps[0]!.to;
  while (lost(remarkRow)) remarkRow++;
  return { gaps, states, duplicate, remarkRow };
}
