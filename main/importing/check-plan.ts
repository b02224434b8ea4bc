import type { LogPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import { timePattern } from "./clock/time-pattern.ts";
import { isElapsed, isEpoch } from "./clock/time-reader.ts";
import { isKnownZone } from "./clock/wall-clock.ts";
import { sentence } from "./sentence.ts";

/** Throws `import.zone-unknown` or `import.format-unknown` for a plan nobody could read by. */
export function checkPlan(plan: LogPlan): void {
  const { zone, clock } = plan;
  if (!isKnownZone(zone)) throw problem("import.zone-unknown", sentence("import.zone-unknown", { zone }), { zone });
  if (clock.source === "rate") return;
  const { format } = clock;
  const known = format === "iso" || isEpoch(format) || isElapsed(format) || timePattern(format).readsSomething;
  const columns = clock.columns.every((k) => k >= 0 && k < plan.columns.length);
  if (!known || !columns) throw problem("import.format-unknown", sentence("import.format-unknown", { format }), { format });
}
