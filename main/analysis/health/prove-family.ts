import type { FamilyDrills } from "#shared/domain/fault-drill.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { AlertBudget, Limit } from "#shared/domain/health.ts";
import type { Run } from "#shared/domain/run.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { usualDelays } from "../episodes/delays.ts";
import { findLimit } from "../episodes/limit.ts";
import type { Preparation } from "../features/preparation.ts";
import type { AnyFamily } from "../models/registry.ts";
import { type DrillTrace, drillFamily } from "./drill.ts";
import { drillPoints } from "./drill-points.ts";
import { heldOutScores } from "./held-out.ts";
import { type HeldOutModel, heldOutModels } from "./held-out-models.ts";
import { normalScores } from "./normal-scores.ts";
import { partOfRun } from "./part-of-run.ts";

/** How a family does on the reference by models that have not seen the rows. */
export interface ProvenFamily {
  /** [rows of the log] NaN outside the reference. */
  readonly heldOut: Float64Array;
  /** Of the budget asked for. */
  readonly limit: Limit;
  /** Empty where no drills were asked for, or the reference has no room for them. */
  readonly traces: readonly DrillTrace[];
  readonly drills: FamilyDrills | null;
}

/** @param frame the raw log. @param prepared the same, as models see it. @param rows reference rows that have a score, ascending. */
export function proveFamily(
  wish: {
    family: AnyFamily;
    params: unknown;
    frame: Frame;
    prepared: Frame;
    preparation: Preparation;
    rows: Int32Array;
    reference: readonly TimeRange[];
    budget: AlertBudget;
    drills: boolean;
    /** Held-out models of the family and their scores, where they are known already. */
    known?: { readonly models: readonly HeldOutModel[]; readonly heldOut: Float64Array };
  },
  run: Run,
): ProvenFamily {
  const { family, params, frame, prepared, preparation, rows, reference, budget } = wish;
  const { gapMs, intervalMs } = preparation;
  const models =
    wish.known?.models ?? heldOutModels({ family, params, frame: prepared, rows, gapMs }, partOfRun(run, { from: 0, to: 0.5 }));
  const heldOut =
    wish.known?.heldOut ?? heldOutScores({ family, frame: prepared, models }, partOfRun(run, { from: 0.5, to: wish.drills ? 0.7 : 1 }));
  const normal = normalScores(frame.time, heldOut, reference, preparation);
  const limit = findLimit(normal, budget, usualDelays(intervalMs));
  const traces = wish.drills ? drillFamily({ family, models, frame, preparation, heldOut }, partOfRun(run, { from: 0.7, to: 0.95 })) : [];
  const drills = traces.length > 0 ? { familyId: family.id, points: drillPoints(traces, normal, intervalMs, budget.alertsPerWeek) } : null;
  return { heldOut, limit, traces, drills };
}
