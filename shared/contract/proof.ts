import { z } from "zod";
import { ValueInput } from "../domain/efficiency.ts";
import { Measure, MeasureDetail, MeasurePlan, Verification, WeighedMeasure } from "../domain/measure.ts";
import { ReportingPlan } from "../domain/proof.ts";
import { call } from "./define.ts";

const measureId = z.object({ measureId: z.string() });
const job = z.object({ jobId: z.string() });

/** Measurement and verification: one measure is one line of the ledger. */
export const proof = {
  /** A plan the tags of the asset suggest, its name left blank; null where no tag looks like a meter. */
  propose: call(z.object({ assetId: z.string() }), MeasurePlan.extend({ name: z.string() }).nullable()),
  /** Learns the baseline and says what could be proven with it. The job's result is `{ draftId }`; nothing is kept in the project. */
  weigh: call(MeasurePlan, job),
  /** What was weighed; throws `proof.draft-gone` once newer ones have taken its place or the engine was started again. */
  weighed: call(z.object({ draftId: z.string() }), WeighedMeasure),
  /** Locks exactly the baseline that was weighed and puts the measure into the ledger. */
  lock: call(z.object({ draftId: z.string(), lockedBy: z.string().trim().min(1) }), Measure),
  /** The newest first; those that were taken out only where they are asked for. */
  measures: call(z.object({ assetId: z.string(), removed: z.boolean().default(false) }), z.array(Measure)),
  detail: call(measureId, MeasureDetail),
  /** Whether lock and data below it are as they were; the answer is kept with the measure. The job's result is `{ measureId }`. */
  check: call(measureId, job),
  /** Checks the lock, then says what was saved. The job's result is `{ measureId, resultId }`. */
  verify: call(
    z.object({
      measureId: z.string(),
      plan: ReportingPlan,
      /** Simulated meters for the check beside the interval; 0 leaves it out. */
      runs: z.number().int().nonnegative().max(2000).default(100),
      seed: z.number().int().nonnegative().default(1),
    }),
    job,
  ),
  verification: call(z.object({ measureId: z.string(), resultId: z.string() }), Verification),
  /** What was typed last to put money and CO2 on the measure's savings, null before. */
  valueInput: call(measureId, ValueInput.nullable()),
  /** Keeps what was typed; null forgets it. */
  value: call(z.object({ measureId: z.string(), input: ValueInput.nullable() }), z.null()),
  /** Takes the measure out of the ledger; nothing of it is lost. */
  remove: call(measureId, z.null()),
  /** Puts it back. */
  restore: call(measureId, z.null()),
};
