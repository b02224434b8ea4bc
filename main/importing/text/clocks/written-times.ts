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
    if (mate === undefined) joined.push({ at: [k], format: one.format, dayOrMonth: one.dayOrMonth, filled, hasClock: false });
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
  const full = joined.filter((j) => j.filled >= 0.9 * most);
  const best = full.find((j) => j.hasClock) ?? full[0]!;
  const column = best.at.map((k) => columns[k]!.tag).join(" + ");
  return {
    clock: withMillis(sampled, best.at, best.format),
    findings: best.dayOrMonth ? [finding("import.day-or-month", "warning", { column, format: best.format })] : [],
    otherClocks: joined.filter((j) => j !== best).flatMap((j) => j.at),
  };
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
