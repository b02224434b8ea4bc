import { formatTime } from "#shared/units/format-time.ts";

/** A time as finely as it is told: to the second, the thousandth, or the millionth for fast recordings. */
export function rowTime(at: number | null): string {
  if (at === null || at % 1000 === 0) return formatTime(at, { precision: "second" });
  const micros = Math.round((at - Math.floor(at)) * 1000);
  if (micros === 0 || micros === 1000) return formatTime(Math.round(at), { precision: "millisecond" });
  return `${formatTime(Math.floor(at), { precision: "millisecond" })}${String(micros).padStart(3, "0")}`;
}
