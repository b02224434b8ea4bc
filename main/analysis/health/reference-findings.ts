import type { Finding } from "#shared/domain/finding.ts";
import type { Preparation } from "../features/preparation.ts";
import { coveredMs } from "./covered.ts";

const msPerHour = 3600_000;
const fewestDays = 7;

/** What a person should know of the reference period before trusting what was learned from it. */
export function referenceFindings(time: Float64Array, rows: Int32Array, preparation: Preparation): Finding[] {
  const hours = coveredMs(time, rows, preparation) / msPerHour;
  if (rows.length === 0)
    return [{ code: "health.reference-empty", severity: "blocking", message: "The reference period holds no rows.", data: {} }];
  if (hours < 24)
    return [
      {
        code: "health.reference-under-a-day",
        severity: "warning",
        message: `The reference period covers ${round(hours)} h: what a day brings with it is not in it.`,
        data: { hours: round(hours) },
      },
    ];
  if (hours < 24 * fewestDays)
    return [
      {
        code: "health.reference-under-a-week",
        severity: "note",
        message: `The reference period covers ${round(hours / 24)} days: what a week brings with it is not in it.`,
        data: { days: round(hours / 24) },
      },
    ];
  return [];
}

const round = (x: number): number => Number(x.toPrecision(2));
