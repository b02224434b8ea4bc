import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { EpisodeContribution } from "#shared/domain/health.ts";
import type { AnyFamily } from "../models/registry.ts";

const mostRows = 40; // a mean share of so many rows is known to a few hundredths

/**
 * What each tag had to do with the rows: shares, measured and expected values, averaged.
 * @param frame prepared as for the score. @param rows abnormal rows, each with a score; many are thinned evenly.
 */
export function contributions(family: AnyFamily, state: unknown, frame: Frame, rows: Int32Array): EpisodeContribution[] {
  const step = Math.max(1, Math.ceil(rows.length / mostRows));
  const some = rows.filter((_, i) => i % step === 0);
  const sums = new Map<string, { share: number; measured: number; residual: number | undefined }>();
  for (const row of some)
    for (const { tag, share, residual } of family.explain(state, frame, row)) {
      const sum = sums.get(tag) ?? { share: 0, measured: 0, residual: residual === undefined ? undefined : 0 };
      sum.share += share;
      sum.measured += columnOf(frame, tag).values[row]!;
      if (sum.residual !== undefined && residual !== undefined) sum.residual += residual;
      sums.set(tag, sum);
    }
  return [...sums]
    .map(([tag, { share, measured, residual }]) => ({
      tag,
      unit: columnOf(frame, tag).unit,
      share: share / some.length,
      measured: measured / some.length,
      expected: residual === undefined ? null : (measured - residual) / some.length,
    }))
    .sort((a, b) => b.share - a.share);
}
