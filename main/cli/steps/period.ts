import type { TimeRange } from "#shared/domain/time-range.ts";
import { UsageError } from "../frame/usage-error.ts";

const dayMs = 86_400_000;

/** A stretch as typed: times, or row numbers counted from 1, both ends included. */
export type Period =
  | { readonly kind: "times"; readonly range: TimeRange }
  | { readonly kind: "rows"; readonly first: number; readonly last: number };

/** Reads `FROM..TO`, several separated by commas. Throws a usage error that names the option. */
export function readPeriods(text: string, option: string): Period[] {
  return text.split(",").map((part) => {
    const [from, to, ...more] = part.split("..").map((end) => end.trim());
    const wrong = new UsageError("cli.usage.period", { option, value: part.trim() });
    if (!from || !to || more.length > 0) throw wrong;
    if (/^\d{1,9}$/.test(from) && /^\d{1,9}$/.test(to)) {
      if (Number(from) < 1 || Number(to) < Number(from)) throw wrong;
      return { kind: "rows", first: Number(from), last: Number(to) };
    }
    const range = { from: moment(from), to: isDay(to) ? moment(to) + dayMs : moment(to) };
    if (!(range.from < range.to)) throw wrong; // NaN included
    return { kind: "times", range };
  });
}

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** ms UTC; NaN for what is no ISO time. A time without a zone is UTC. */
function moment(text: string): number {
  const time = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  return time ? Date.parse(`${time[1]}T${time[2] ?? "00:00"}${time[3] ?? "Z"}`) : Number.NaN;
}
