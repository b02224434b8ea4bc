import { z } from "zod";
import { Trial, TrialDeviation, TrialWish, WeighedTrial } from "../domain/trial.ts";
import { call } from "./define.ts";

const trialId = z.object({ trialId: z.string() });
const job = z.object({ jobId: z.string() });

/** On/off trials: planned by lot, locked, noted on while they run, judged as they were drawn. */
export const trial = {
  /** A trial the tags of the asset suggest, or one that tries the advice of an efficiency model; null where neither goes. */
  propose: call(
    z.object({
      assetId: z.string(),
      /** With the settings a person tries by hand where they are given, else with those advised now. */
      model: z.object({ modelId: z.string(), settings: z.record(z.string(), z.number()).optional() }).optional(),
    }),
    TrialWish.extend({ name: z.string(), expected: TrialWish.shape.expected }).nullable(),
  ),
  /** Says how long the trial must run, and draws its blocks. The job's result is `{ draftId }`; nothing is kept in the project. */
  weigh: call(TrialWish, job),
  /** What was weighed; throws `trial.draft-gone` once newer ones have taken its place or the engine was started again. */
  weighed: call(z.object({ draftId: z.string() }), WeighedTrial),
  /** Locks exactly the plan that was weighed. */
  lock: call(z.object({ draftId: z.string(), lockedBy: z.string().trim().min(1) }), Trial),
  /** The newest first; those that were taken out only where they are asked for. */
  list: call(z.object({ assetId: z.string(), removed: z.boolean().default(false) }), z.array(Trial)),
  /** Notes that a block was not run as drawn. */
  note: call(TrialDeviation.omit({ id: true, at: true }).extend({ trialId: z.string() }), Trial),
  /** Takes a note back; the audit chain keeps both. */
  unnote: call(z.object({ trialId: z.string(), deviationId: z.string() }), Trial),
  /** Checks the lock, then judges by the log as it is. The job's result is `{ trialId, judgementId }`. */
  judge: call(trialId, job),
  /** Writes the calendar of the blocks: for a spreadsheet, for a calendar program, for paper. */
  save: call(
    z.object({ trialId: z.string(), format: z.enum(["csv", "ics", "html"]), language: z.enum(["en", "zh"]), path: z.string() }),
    z.object({ path: z.string(), bytes: z.number() }),
  ),
  /** Takes the trial out of the ledger; nothing of it is lost. */
  remove: call(trialId, z.null()),
  /** Puts it back. */
  restore: call(trialId, z.null()),
};
