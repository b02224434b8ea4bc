/** A moment as the configuration writes it. */
export interface Moment {
  /** Ms since 1970 on the recorder's clock. */
  readonly wall: number;
  /** `2011-01-12 05:55:30.075011`; no fraction where it is zero. */
  readonly text: string;
  /** The fraction has more than six digits: stamps of the data count nanoseconds (IEEE C37.111-2013, 7.4.9). */
  readonly nanoseconds: boolean;
}

/**
 * Reads `dd/mm/yyyy,hh:mm:ss.ssssss`, in the revision of 1991 `mm/dd/yy`; where only the other order gives a date, that one. Undefined where no
 * date stands.
 */
export function comtradeMoment(line: string, revision: string): Moment | undefined {
  const match = /^\s*(\d{1,2})\D(\d{1,2})\D(\d{2,4})\s*,\s*(\d{1,2}):(\d{1,2}):(\d{1,2})(?:[.](\d{1,12}))?/.exec(line);
  if (!match) return undefined;
  const [first, second, year, hour, minute, whole] = match.slice(1, 7).map(Number) as [number, number, number, number, number, number];
  const fraction = match[7] ?? "";
  const [day, month] = revision === "1991" ? [second, first] : [first, second];
  const full = year < 70 ? year + 2000 : year < 100 ? year + 1900 : year;
  const date = dateOf(full, month, day) ?? dateOf(full, day, month);
  if (date === undefined || hour > 23 || minute > 59 || whole > 60) return undefined;
  const seconds = date + ((hour * 60 + minute) * 60 + whole) * 1000;
  const micro = fraction.slice(0, 6).padEnd(6, "0");
  return {
    wall: seconds + Number(`0.${fraction || "0"}`) * 1000,
    text: `${new Date(seconds).toISOString().slice(0, 19).replace("T", " ")}${micro === "000000" ? "" : `.${micro}`}`,
    nanoseconds: fraction.length > 6,
  };
}

function dateOf(year: number, month: number, day: number): number | undefined {
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month >= 1 ? ms : undefined;
}
