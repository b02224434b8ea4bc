import type { Frame } from "#shared/domain/frame.ts";
import type { RegimeCover } from "#shared/domain/regime.ts";
import type { Preparation } from "../features/preparation.ts";
import { regimeRows } from "../features/regime-rows.ts";

/** How long the log, and the reference in it, spend in each regime of the plan. @param frame raw. @param reference rows in it. */
export function regimeCover(preparation: Preparation, frame: Frame, reference: Int32Array): RegimeCover[] {
  const plan = preparation.regimes;
  if (!plan) return [];
  const hours = preparation.intervalMs / 3600_000;
  const regime = regimeRows(preparation, frame);
  const all = new Float64Array(plan.regimes.length);
  const inside = new Float64Array(plan.regimes.length);
  for (const number of regime) if (!Number.isNaN(number)) all[number]!++;
  for (const row of reference) if (!Number.isNaN(regime[row]!)) inside[regime[row]!]!++;
  return plan.regimes.map(({ id }, number) => ({ id, hours: all[number]! * hours, referenceHours: inside[number]! * hours }));
}
