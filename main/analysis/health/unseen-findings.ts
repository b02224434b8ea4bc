import type { Finding } from "#shared/domain/finding.ts";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Preparation } from "../features/preparation.ts";
import { isUnseen } from "../features/seen-conditions.ts";
import { unseenFinding } from "./regime-findings.ts";

const most = 2; // the longest ones: a season moves several tags at once
const leastShare = 0.01; // of the log's rows

/** Which conditions of the log the reference has not shown for a hundredth of the time or more. @param prepared the whole log. */
export function unseenFindings({ seen = [], intervalMs }: Preparation, prepared: Frame): Finding[] {
  return seen
    .map((condition) => {
      const { values } = columnOf(prepared, condition.tag);
      let [rows, value, furthest] = [0, Number.NaN, 0];
      for (const v of values) {
        if (!isUnseen(v, condition)) continue;
        rows++;
        const off = Math.max(condition.low - v, v - condition.high);
        if (off > furthest) [value, furthest] = [v, off];
      }
      return { condition, rows, value };
    })
    .filter(({ rows }) => rows >= leastShare * prepared.time.length && rows > 0)
    .sort((a, b) => b.rows - a.rows)
    .slice(0, most)
    .map(({ condition, rows, value }) => unseenFinding(condition, { hours: (rows * intervalMs) / 3600_000, value }));
}
