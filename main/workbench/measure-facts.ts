import type { Measure } from "#shared/domain/measure.ts";
import type { MeasureFacts } from "#shared/domain/report-facts.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { verificationOf } from "./proof.ts";

/** What a report says of one measure: its lock, and its last verification by value. */
export function measureFacts(store: ProjectStore, measure: Measure): MeasureFacts {
  const last = measure.results.at(-1);
  const value = store.catalog.values.find(measure.id)?.input ?? null;
  if (!last) return { measure, saving: null, value };
  const { saving, weekly, coverage } = verificationOf(store, measure.id, last.id);
  const { cumulative, intervals } = saving;
  const plain = (interval: (typeof intervals)["robust"]) => ({
    low: known(interval.low),
    high: known(interval.high),
    standardError: known(interval.standardError),
  });
  return {
    measure,
    value,
    saving: {
      measured: known(saving.measured),
      expected: known(saving.expected),
      adjustments: known(saving.adjustments),
      intervals: {
        robust: plain(intervals.robust),
        bootstrap: plain(intervals.bootstrap),
        guideline: plain(intervals.guideline),
      },
      weekly: { time: [...weekly.time], avoided: Array.from(weekly.avoided, known) },
      cumulative: {
        time: cumulative.time,
        avoided: cumulative.avoided.map(known),
        low: cumulative.low.map(known),
        high: cumulative.high.map(known),
      },
      findings: [...saving.findings, ...(coverage?.findings ?? [])],
    },
  };
}

/** JSON has no NaN: what is missing is null. */
const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
