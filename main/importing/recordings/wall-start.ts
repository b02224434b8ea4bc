import { offsetOf } from "../clock/wall-clock.ts";
import type { RecordedTable, Recording } from "./recording.ts";

/** When a table begins on the clock its file was written by, ms since 1970; null where the file does not say. */
export function wallStart({ clock }: RecordedTable, { zone }: Recording): number | null {
  return clock.start === null ? null : clock.start + offsetOf(zone ?? "UTC", clock.start);
}
