import { preambleStart } from "../../clock/preamble-start.ts";
import { defaultStart } from "../../clock/row-clock.ts";
import { finding } from "../../sentence.ts";
import { numberColumns } from "./number-columns.ts";
import type { GuessedClock, SampledTable } from "./sampled-table.ts";

const elapsedWord =
  /^(?:time|elapsed|rel(?:ative)?[_ ]?time|t|sec|secs|seconds?|zeit|temps|tiempo|tijd|x[_ ]?value|run[_ ]?time|test[_ ]?time|total[_ ]?time|stamp|timestamp|duration|hours?|minutes?|ms|时间|時間)\b/i;

const elapsedUnits: readonly (readonly [RegExp, string])[] = [
  [/^(?:ms|msec|milliseconds?|毫秒)$/i, "elapsed-ms"],
  [/^(?:min|minutes?|mins|分钟)$/i, "elapsed-min"],
  [/^(?:h|hr|hrs|hours?|std|小时)$/i, "elapsed-h"],
  [/^(?:d|days?)$/i, "elapsed-d"],
];

/** Time counted from a start that may stand above the data. */
export function elapsed(sampled: SampledTable): GuessedClock | undefined {
  const { columns, preamble } = sampled;
  const candidates = numberColumns(sampled).filter(({ steady }) => steady);
  const best = candidates.find(({ k }) => elapsedWord.test(columns[k]!.tag));
  if (!best) return undefined;
  const { tag, unit } = columns[best.k]!;
  const format = elapsedUnits.find(([name]) => name.test(unit) || (unit === "" && name.test(tag)))?.[1] ?? "elapsed-s";
  const found = preambleStart(preamble);
  const start = found ?? defaultStart;
  const say = {
    column: tag,
    start: new Date(start)
      .toISOString()
      .replace("T", " ")
      .replace(/\.?0*Z$/, ""),
  };
  return {
    clock: { source: "columns", columns: [best.k], format, start },
    findings: [
      finding(found === undefined ? "import.elapsed-time" : "import.elapsed-time-start", found === undefined ? "warning" : "note", say),
    ],
    otherClocks: [],
  };
}
