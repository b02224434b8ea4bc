import type { Finding } from "#shared/domain/finding.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { Preparation } from "../features/preparation.ts";
import { coveredMs } from "./covered.ts";

const msPerHour = 3600_000;
const fewestDays = 7;

const mostMissing = 0.05;

/** What a person should know of the reference period before trusting what was learned from it. @param rows those in the ranges. */
export function referenceFindings(
  time: Float64Array,
  rows: Int32Array,
  reference: readonly TimeRange[],
  preparation: Pick<Preparation, "intervalMs" | "gapMs">,
): Finding[] {
  if (rows.length === 0)
    return [{ code: "health.reference-empty", severity: "blocking", message: "The reference period holds no rows.", data: {} }];
  const hours = coveredMs(time, rows, preparation) / msPerHour;
  const findings: Finding[] = [];
  if (hours < 24)
    findings.push({
      code: "health.reference-under-a-day",
      severity: "warning",
      message: `The reference period covers ${round(hours)} h: what a day brings with it is not in it.`,
      data: { hours: round(hours) },
    });
  else if (hours < 24 * fewestDays)
    findings.push({
      code: "health.reference-under-a-week",
      severity: "note",
      message: `The reference period covers ${round(hours / 24)} days: what a week brings with it is not in it.`,
      data: { days: round(hours / 24) },
    });
  const gaps = gapsInside(time, rows, reference, preparation.gapMs);
  const missing = gaps.reduce((sum, gap) => sum + gap, 0) / msPerHour;
  if (missing > mostMissing * (hours + missing))
    findings.push({
      code: "health.reference-gaps",
      severity: "warning",
      message: `The log has ${gaps.length} gaps in the reference period, ${round(missing)} h in all, the longest ${round(Math.max(...gaps) / msPerHour)} h: what happened there was not learned.`,
      data: { count: gaps.length, hours: round(missing), longest: round(Math.max(...gaps) / msPerHour) },
    });
  return findings;
}

/** Lengths of the gaps between neighbouring rows of one range, ms. */
function gapsInside(time: Float64Array, rows: Int32Array, reference: readonly TimeRange[], gapMs: number): number[] {
  const gaps: number[] = [];
  for (let i = 1; i < rows.length; i++) {
    const before = time[rows[i - 1]!]!;
    const after = time[rows[i]!]!;
    if (after - before > gapMs && reference.some(({ from, to }) => before >= from && after < to)) gaps.push(after - before);
  }
  return gaps;
}

const round = (x: number): number => Number(x.toPrecision(2));
