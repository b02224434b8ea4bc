import { guessFormat } from "../../clock/guess-format.ts";
import { preambleStart } from "../../clock/preamble-start.ts";
import { defaultStart } from "../../clock/row-clock.ts";
import { finding } from "../../sentence.ts";
import { columnsOfKind, type GuessedClock, type SampledTable, textsOf } from "./sampled-table.ts";

/** A time of day without a date. */
export function timesOfDay(sampled: SampledTable): GuessedClock | undefined {
  for (const k of columnsOfKind(sampled, "time")) {
    const one = guessFormat(textsOf(sampled, k));
    if (!one) continue;
    const found = preambleStart(sampled.preamble);
    const start = Math.floor((found ?? defaultStart) / 86_400_000) * 86_400_000;
    const say = { column: sampled.columns[k]!.tag, start: new Date(start).toISOString().slice(0, 10) };
    return {
      clock: { source: "columns", columns: [k], format: one.format, start },
      findings: [finding("import.time-of-day", found === undefined ? "warning" : "note", say)],
      otherClocks: [],
    };
  }
  return undefined;
}
