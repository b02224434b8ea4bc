import type { Finding } from "#shared/domain/finding.ts";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";
import { difference } from "#shared/units/unit-algebra.ts";
import { median } from "../signal/median.ts";
import type { DrillTrace } from "./drill.ts";
import { drillDelay } from "./drill-outcomes.ts";

const mostExamples = 3;
const leastMeaningful = 0.001; // of its usual value: a percentage of a tag around zero says nothing

/**
 * What drifts the model would have caught, in the tags' own units: per tag the smallest drift all of whose drills were caught, the smallest
 * in standard deviations of its tag first.
 * @param frame the raw log. @param rows of the reference.
 */
export function drillExamples(traces: readonly DrillTrace[], limit: number, frame: Frame, rows: Int32Array): Finding[] {
  const drifts = traces.filter(({ drill }) => drill.fault === "drift");
  const examples = [...new Set(drifts.map(({ drill }) => drill.tag))].flatMap((tag) => {
    const { unit, values } = columnOf(frame, tag);
    const usual = Math.abs(median(Float64Array.from(rows, (row) => values[row]!)));
    const bySize = Map.groupBy(
      drifts.filter(({ drill }) => drill.tag === tag),
      ({ drill }) => Math.abs(drill.size),
    );
    for (const [size, some] of [...bySize].sort(([a], [b]) => a - b)) {
      const delays = some.map((trace) => drillDelay(trace, limit)).filter((delay) => delay !== null);
      if (delays.length < some.length) continue;
      const drift = size * some[0]!.sigma;
      if (!(drift > leastMeaningful * usual)) continue;
      return [{ tag, unit, size, drift, share: drift / usual, withinMs: lengthMs(some[0]!), delayMs: median(Float64Array.from(delays)) }];
    }
    return [];
  });
  return examples
    .sort((a, b) => a.size - b.size || a.share - b.share)
    .slice(0, mostExamples)
    .map(({ tag, unit, drift, share, withinMs, delayMs }) => {
      const measured = parseUnit(unit);
      const apart = difference(measured).symbol;
      // A share of a temperature in °C, or of a percentage, would mislead.
      const tells = Number.isFinite(share) && apart === measured.symbol && measured.symbol !== "%";
      const percent = tells ? ` (${Number((100 * share).toPrecision(2))} %)` : "";
      const data = {
        tag,
        drift: formatQuantity(drift, apart, { significant: 2 }) + percent,
        within: formatDuration(withinMs),
        delay: formatDuration(delayMs),
      };
      return {
        code: "health.drill-drift",
        severity: "note",
        message: `A drift of ${tag} by ${data.drift} within ${data.within} would have been caught after ${data.delay}.`,
        data,
      };
    });
}

/** The last row lasts as long as the others. */
const lengthMs = ({ sinceMs }: DrillTrace): number => (sinceMs.at(-1)! * sinceMs.length) / (sinceMs.length - 1);
