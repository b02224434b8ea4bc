import type { WatchFinding } from "#shared/domain/watch.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { watchFinding } from "./watch-finding.ts";

const fewestIntervals = 10; // rows missed in a row
const shareOfRecord = 0.01;

/** The log of one asset in time, ms UTC. */
export interface LogTimes {
  readonly from: number;
  readonly to: number;
  /** Median distance of its rows, ms. */
  readonly intervalMs: number;
  /** The longest time it has ever been without a row before, ms; 0 where it never was. */
  readonly longestGapMs: number;
}

/**
 * Whether a log ends long before the newest row of the plant: later than it has ever been silent before, by ten of its rows and by a
 * hundredth of its own record. A log that lags by more than its whole length is an archive, and only noted.
 * @param newest log time of the newest row of all assets, ms UTC
 */
export function findStale({ from, to, intervalMs, longestGapMs }: LogTimes, newest: number): WatchFinding | undefined {
  const behind = newest - to;
  const record = to - from;
  if (!(behind > Math.max(fewestIntervals * intervalMs, longestGapMs, shareOfRecord * record))) return undefined;
  const data = { to: formatTime(to), behind: formatDuration(behind), usual: formatDuration(Math.max(longestGapMs, intervalMs)) };
  const place = { tags: [], at: { from: to, to: newest } };
  return behind > record ? watchFinding("watch.log-old", "note", data, place) : watchFinding("watch.log-stale", "warning", data, place);
}
