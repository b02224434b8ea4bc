import { civilDay } from "./civil.ts";
import { monthOfName } from "./month-names.ts";

/**
 * The instant an instrument wrote above its data, ms on its own clock: the last date that can be read one way only, with the
 * time of day of the same line or of the line below. Undefined where there is none.
 */
export function preambleStart(lines: readonly string[]): number | undefined {
  for (let i = lines.length - 1; i >= 0; i--) {
    const date = dateIn(lines[i]!);
    if (!date) continue;
    const clock =
      clockIn(lines[i]!.slice(date.end)) ?? (/time|zeit|heure|hora/i.test(lines[i + 1] ?? "") ? clockIn(lines[i + 1]!) : undefined);
    return date.ms + (clock ?? 0);
  }
  return undefined;
}

function dateIn(line: string): { ms: number; end: number } | undefined {
  const iso = /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(line);
  if (iso) return found(civilDay(Number(iso[1]), Number(iso[2]), Number(iso[3])), iso);
  const named = /\b(\d{1,2})[-,. /]+(\p{L}{3,10})[-,. /]+(\d{4})(?!\d)/u.exec(line);
  if (named) return found(civilDay(Number(named[3]), monthOfName(named[2]!), Number(named[1])), named);
  const numeric = /\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)/.exec(line);
  if (!numeric) return undefined;
  const [a, b, year] = [Number(numeric[1]), Number(numeric[2]), Number(numeric[3])];
  // With points the day stands first; with slashes it may be either, unless one of them is no month or both are the same.
  if (numeric[0].includes(".") || a > 12 || a === b) return found(civilDay(year, b, a), numeric);
  if (b > 12) return found(civilDay(year, a, b), numeric);
  return undefined;
}

const found = (ms: number, match: RegExpExecArray) => (Number.isNaN(ms) ? undefined : { ms, end: match.index + match[0].length });

function clockIn(text: string): number | undefined {
  const match = /(?:^|\D)(\d{1,2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?(?:\s*([AP])M\b)?/i.exec(text);
  if (!match) return undefined;
  let hour = Number(match[1]);
  if (match[5]) hour = (hour % 12) + (match[5].toUpperCase() === "P" ? 12 : 0);
  const ms = ((hour * 60 + Number(match[2])) * 60 + Number(match[3])) * 1000 + Math.round(Number(`0.${match[4] ?? 0}`) * 1000);
  return hour < 24 ? ms : undefined;
}
