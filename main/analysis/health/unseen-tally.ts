import type { Finding } from "#shared/domain/finding.ts";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Preparation } from "../features/preparation.ts";
import { isUnseen } from "../features/seen-conditions.ts";
import { unseenFinding } from "./regime-findings.ts";

const most = 2; // a season moves several tags at once
const leastShare = 0.01; // of the log's rows

/** Counts, block by block, how long the conditions of a log were ones that the reference has not shown. */
export class UnseenTally {
  readonly #preparation: Preparation;
  readonly #outside: { rows: number; value: number; off: number }[];
  #rows = 0;

  constructor(preparation: Preparation) {
    this.#preparation = preparation;
    this.#outside = (preparation.seen ?? []).map(() => ({ rows: 0, value: Number.NaN, off: 0 }));
  }

  /** @param prepared a block. @param first row of it that is new. */
  add(prepared: Frame, first: number): void {
    const { seen = [], tags } = this.#preparation;
    this.#rows += prepared.time.length - first;
    seen.forEach((condition, k) => {
      if (!tags.includes(condition.tag)) return;
      const { values } = columnOf(prepared, condition.tag);
      const tally = this.#outside[k]!;
      for (let i = first; i < values.length; i++) {
        const value = values[i]!;
        if (!isUnseen(value, condition)) continue;
        tally.rows++;
        const off = Math.max(condition.low - value, value - condition.high);
        if (off > tally.off) Object.assign(tally, { value, off });
      }
    });
  }

  /** Those that lasted a hundredth of the log or longer, the longest first. */
  findings(): Finding[] {
    const { seen = [], intervalMs } = this.#preparation;
    return seen
      .map((condition, k) => ({ condition, ...this.#outside[k]! }))
      .filter(({ rows }) => rows > 0 && rows >= leastShare * this.#rows)
      .sort((a, b) => b.rows - a.rows)
      .slice(0, most)
      .map(({ condition, rows, value }) => unseenFinding(condition, { hours: (rows * intervalMs) / 3600_000, value }));
  }
}
