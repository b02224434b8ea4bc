import { noNumber } from "./format-number.ts";

export interface TimeFormat {
  /** `UTC`, an offset such as `+08:00`, or an IANA zone such as `Europe/Berlin`; UTC unless said otherwise. */
  readonly zone?: string;
  readonly precision?: "day" | "minute" | "second" | "millisecond";
  /** Names the zone behind the time. */
  readonly withZone?: boolean;
}

const lengths = { day: 10, minute: 16, second: 19, millisecond: 23 } as const;

/** ISO 8601 order with a blank, in both languages: `2024-03-12 14:05`. A missing time is a dash. */
export function formatTime(ms: number | null | undefined, format: TimeFormat = {}): string {
  if (ms === null || ms === undefined || !Number.isFinite(ms) || Math.abs(ms) > 8.64e15) return noNumber;
  const zone = format.zone ?? "UTC";
  const local = new Date(Math.floor(ms) + zoneOffset(ms, zone));
  if (Number.isNaN(local.getTime())) return noNumber;
  const text = local.toISOString().replace("T", " ").replace("Z", "");
  // Years beyond 9999 are written with six digits and a sign.
  const extra = text.indexOf("-", 1) - 4;
  const shown = text.slice(0, lengths[format.precision ?? "minute"] + extra);
  return format.withZone ? `${shown} ${zone}` : shown;
}

/** Local time − UTC at that moment, ms. Throws on a zone nobody knows: zones are checked at the door. */
export function zoneOffset(ms: number, zone: string): number {
  if (zone === "UTC" || zone === "Z") return 0;
  const fixed = /^([+-])(\d\d):?(\d\d)$/.exec(zone);
  if (fixed) return (fixed[1] === "-" ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * 60_000;
  const parts = formatter(zone).formatToParts(Math.floor(ms));
  const field = (type: string): number => Number(parts.find((p) => p.type === type)!.value);
  const local = Date.UTC(field("year"), field("month") - 1, field("day"), field("hour"), field("minute"), field("second"));
  return local - Math.floor(ms / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let made = formatters.get(zone);
  if (!made) {
    made = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formatters.set(zone, made);
  }
  return made;
}
