import type { RegimePlan } from "#shared/domain/regime.ts";
import type { Run } from "#shared/domain/run.ts";
import { bandOfRows } from "../../analysis/features/regime-of-row.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";

interface StepKeysInput {
  readonly folders: readonly SignalFolder[];
  /** The tag whose values are told apart, or the bands. */
  readonly by: { readonly tag: string } | { readonly plan: RegimePlan };
  /** [steps] start, ms UTC, ascending. */
  readonly time: Float64Array;
  readonly stepMs: number;
}

/** What most rows of each step were: the value of a tag, or the number of a band. [steps] NaN where nothing is known. */
export async function stepKeysTask({ folders, by, time, stepMs }: StepKeysInput, run: Run): Promise<Float64Array> {
  run.tick(0, 1, "reading");
  const range = { from: time[0] ?? 0, to: (time.at(-1) ?? 0) + stepMs };
  const tags = "tag" in by ? [by.tag] : by.plan.tags;
  const frame = await readSignals({ folders, tags, range });
  const rows: ArrayLike<number> =
    "tag" in by ? frame.columns[0]!.values : Float64Array.from(bandOfRows(by.plan, frame), (band) => (band < 0 ? NaN : band));
  let row = 0;
  const keys = Float64Array.from(time, (start) => {
    const counts = new Map<number, number>();
    while (row < frame.time.length && frame.time[row]! < start) row++;
    for (; row < frame.time.length && frame.time[row]! < start + stepMs; row++) {
      const value = rows[row]!;
      if (!Number.isNaN(value)) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return [...counts].reduce((best, [value, count]) => (count > (counts.get(best) ?? 0) ? value : best), Number.NaN);
  });
  run.tick(1, 1);
  return keys;
}
