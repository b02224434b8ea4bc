import type { TrialBlock } from "#shared/domain/proof.ts";

/** Numbers of the readings that lie whole in a block, behind its washout. @param time [rows] start of each reading, ms UTC, ascending. */
export function readingsOf({ range }: TrialBlock, washoutMs: number, time: Float64Array, intervalMs: number): number[] {
  const rows: number[] = [];
  for (let i = 0; i < time.length; i++) {
    const t = time[i]!;
    if (t >= range.from + washoutMs && t < range.to && t + intervalMs <= range.to) rows.push(i);
  }
  return rows;
}
