import type { PlannedFault } from "./calendar.ts";
import { inSteps } from "./instruments.ts";
import { sampleTags } from "./sample-tags.ts";

export const driftingTag = "P101.suction_pressure";
/** What the transmitter reads too much at full drift, bar: 3 % of its range of −1 … 1.5 bar. */
export const fullDrift_bar = 0.08;
export const stuckTag = "HX1.inlet_temperature";

/** Faults of instruments, put on what was read: the machines know nothing of them. Changes the columns in place. */
export function applySensorFaults(time: Float64Array, columns: readonly Float64Array[], faults: readonly PlannedFault[]): void {
  for (const { kind, from, fullFrom, to } of faults) {
    if (kind === "sensor-drift") {
      const at = sampleTags.findIndex(({ tag }) => tag === driftingTag);
      const column = columns[at]!;
      const nearest = inSteps(sampleTags[at]!);
      for (let row = 0; row < time.length; row++) {
        const t = time[row]!;
        if (t < from || t >= to) continue;
        column[row] = nearest(column[row]! + fullDrift_bar * Math.min(1, (t - from) / (fullFrom - from)));
      }
    }
    if (kind === "stuck-sensor") {
      const column = columns[sampleTags.findIndex(({ tag }) => tag === stuckTag)]!;
      const first = time.findIndex((t) => t >= from);
      if (first < 0) continue;
      // The last value before the gateway froze.
      const frozen = column[Math.max(0, first - 1)]!;
      for (let row = first; row < time.length && time[row]! < to; row++) column[row] = frozen;
    }
  }
}
