import type { ClockPlan } from "#shared/domain/importing.ts";
import { guessFormat } from "../../clock/guess-format.ts";
import { finding } from "../../sentence.ts";
import { columnsOfKind, type GuessedClock, type SampledTable, textsOf } from "./sampled-table.ts";

/** Times with a date, written out: in one column, or the date in one and the time of day in another. */
export function writtenTimes(sampled: SampledTable): GuessedClock | undefined {
  const { columns, rows } = sampled;
  const times = columnsOfKind(sampled, "time");
  const formats = new Map(times.map((k) => [k, guessFormat(textsOf(sampled, k))]));
  const joined: { at: number[]; format: string; dayOrMonth: boolean; filled: number; hasClock: boolean }[] = [];
  for (const k of times) {
    const one = formats.get(k);
    if (!one?.hasDate) continue;
    const filled = textsOf(sampled, k).length;
    const ownClock =
      one.format === "iso" ? textsOf(sampled, k).some((t) => t.includes(":")) : /[Hh]/.test(one.format.replace(/\[.*?\]/g, ""));
    if (ownClock) {
      joined.push({ at: [k], format: one.format, dayOrMonth: one.dayOrMonth, filled, hasClock: true });
      continue;
    }
    // A date on its own looks for its time of day: the next column first, the one before it, then any.
    const mates = times.filter((m) => m !== k && formats.get(m)?.hasDate === false).sort((a, b) => distance(k, a) - distance(k, b));
    const mate = mates[0];
    const number = mate === undefined ? hourColumn(sampled, k) : undefined;
    if (number)
      joined.push({
        at: [k, number.k],
        format: `${one.format === "iso" ? "YYYY-M-D" : one.format} ${number.format}`,
        dayOrMonth: one.dayOrMonth,
        filled,
        hasClock: true,
      });
    else if (mate === undefined) joined.push({ at: [k], format: one.format, dayOrMonth: one.dayOrMonth, filled, hasClock: false });
    else {
      const both = rows.filter((row) => row[k] && row[mate]).map((row) => `${row[k]} ${row[mate]}`);
      const pair = guessFormat(both);
      if (pair?.hasDate)
        joined.push({ at: [k, mate], format: pair.format, dayOrMonth: pair.dayOrMonth, filled: both.length, hasClock: true });
    }
  }
  if (joined.length === 0) return undefined;
  // The clock is the leftmost among those that are nearly always filled; a date alone only where nothing has the time too.
  const most = Math.max(...joined.map((j) => j.filled));
  const filled = joined.filter((j) => j.filled >= 0.9 * most);
  // A time that is the same in every row, as of an export, tells nothing while another goes on.
  const moving = filled.filter((j) => new Set(rows.map((row) => j.at.map((k) => row[k]).join(" "))).size > 1);
  const full = moving.length > 0 ? moving : filled;
  const best = full.find((j) => j.hasClock) ?? full[0]!;
  const column = best.at.map((k) => columns[k]!.tag).join(" + ");
  return {
    clock: withMillis(sampled, best.at, best.format),
    findings: best.dayOrMonth ? [finding("import.day-or-month", "warning", { column, format: best.format })] : [],
    otherClocks: joined.filter((j) => j !== best).flatMap((j) => j.at),
  };
}

/** A column of numbers beside a date whose name and values are hours, or hours and minutes as one number. */
function hourColumn(sampled: SampledTable, date: number): { k: number; format: string } | undefined {
  for (const k of [date + 1, date - 1]) {
    const column = sampled.columns[k];
    if (
      column?.kind !== "number" ||
      !/^(?:hhmm|time|hours?|hh|hr|[mpecal]st|lst|utc|gmt|uhrzeit|stunde|heure|hora|tijd|uur)\b/i.test(column.header)
    )
      continue;
    const texts = textsOf(sampled, k);
    if (texts.length === 0) continue;
    if (texts.every((t) => /^\d{1,2}$/.test(t) && Number(t) <= 24) && !/^hhmm/i.test(column.header)) return { k, format: "H" };
    if (texts.every((t) => /^\d{1,4}$/.test(t) && Number(t) <= 2400 && Number(t) % 100 < 60)) return { k, format: "Hmm" };
  }
  return undefined;
}

/** Some controllers log milliseconds in a column behind the time. */
function withMillis(sampled: SampledTable, at: readonly number[], format: string): ClockPlan {
  const next = at.at(-1)! + 1;
  const named = /^(?:ms|msec|millis?|millitm|milliseconds?|毫秒)$/i.test(sampled.columns[next]?.header ?? "");
  if (!named || !textsOf(sampled, next).every((t) => /^\d{1,3}$/.test(t))) return { source: "columns", columns: [...at], format };
  const seconds = format === "iso" ? "YYYY-M-D H:m:s" : format.replace(/\.SSS$/, "");
  return { source: "columns", columns: [...at, next], format: `${seconds} fff` };
}

const distance = (from: number, to: number): number => (to > from ? to - from : from - to + 0.5);
