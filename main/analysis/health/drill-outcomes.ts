import { type DrillOutcome, drillFaults } from "#shared/domain/fault-drill.ts";
import { median } from "../signal/median.ts";
import type { DrillTrace } from "./drill.ts";

/**
 * Time from the onset to the alert under a limit, ms; null where there was none. An alert counts only where the same rows without the
 * fault would not have given it.
 */
export function drillDelay({ sinceMs, held, heldBefore }: DrillTrace, limit: number): number | null {
  const row = held.findIndex((level, i) => level > limit && !(heldBefore[i]! > limit));
  return row < 0 ? null : sinceMs[row]!;
}

/** How the drills went under a limit, one line per kind of fault that was tried. */
export function drillOutcomes(traces: readonly DrillTrace[], limit: number): DrillOutcome[] {
  return drillFaults.flatMap((fault) => {
    const delays = traces.filter((trace) => trace.drill.fault === fault).map((trace) => drillDelay(trace, limit));
    if (delays.length === 0) return [];
    const caught = Float64Array.from(delays.filter((delay) => delay !== null));
    return [{ fault, tried: delays.length, caught: caught.length, delayMs: caught.length > 0 ? median(caught) : null }];
  });
}
