import { isRecording, type Layout, type LogPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import { timePattern } from "./clock/time-pattern.ts";
import { isElapsed, isEpoch } from "./clock/time-reader.ts";
import { isKnownZone } from "./clock/wall-clock.ts";
import { sentence } from "./sentence.ts";

/** Throws `import.zone-unknown`, `import.format-unknown` or `import.layout-unknown` for a plan nobody could read by. */
export function checkPlan(plan: LogPlan): void {
  const { zone, clock } = plan;
  if (!isKnownZone(zone)) throw problem("import.zone-unknown", sentence("import.zone-unknown", { zone }), { zone });
  const inside = (column: number | null): boolean => column === null || (column >= 0 && column < plan.columns.length);
  const named = isRecording(plan) || !plan.layout ? [] : columnsOf(plan.layout);
  if (!named.every(inside)) throw problem("import.layout-unknown", sentence("import.layout-unknown", { columns: plan.columns.length }));
  if (clock.source === "rate") return;
  const { format } = clock;
  const known = format === "iso" || isEpoch(format) || isElapsed(format) || timePattern(format).readsSomething;
  const columns = clock.columns.every(inside);
  if (!known || !columns) throw problem("import.format-unknown", sentence("import.format-unknown", { format }), { format });
}

/** Every column that a layout speaks of. */
function columnsOf(layout: Layout): (number | null)[] {
  if (layout.shape === "wide") return [];
  if (layout.shape === "pairs") return layout.clocks;
  return layout.samples.flatMap(({ tag, value, unit, quality }) => [...tag, value, unit, quality]);
}
