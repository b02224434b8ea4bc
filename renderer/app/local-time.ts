import { formatTime, type TimeFormat } from "#shared/units/format-time.ts";

/** A moment of this computer's own life (a file opened, a job done), on this computer's clock. Samples are shown in UTC instead. */
export const localTime = (ms: number, precision: TimeFormat["precision"] = "minute"): string =>
  formatTime(ms, { zone: Intl.DateTimeFormat().resolvedOptions().timeZone, ...(precision ? { precision } : {}) });
