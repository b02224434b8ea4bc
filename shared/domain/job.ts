import { z } from "zod";
import { LossCurve } from "./loss-curve.ts";
import { Problem } from "./problem.ts";

export const JobStatus = z.discriminatedUnion("state", [
  z.object({ state: z.literal("queued") }),
  z.object({
    state: z.literal("running"),
    done: z.number(),
    total: z.number(),
    note: z.string().optional(),
    /** Milliseconds still to go, from the rate so far; absent until it can be told. */
    leftMs: z.number().optional(),
    /** While a network learns. */
    losses: LossCurve.optional(),
  }),
  /** `result` is what the job's kind promises: ids of what it committed. */
  z.object({ state: z.literal("done"), result: z.unknown() }),
  z.object({ state: z.literal("failed"), problem: Problem }),
  z.object({ state: z.literal("cancelled") }),
  /** The engine died or was stopped while it ran; what it had not committed by then is gone. */
  z.object({ state: z.literal("interrupted") }),
]);
export type JobStatus = z.infer<typeof JobStatus>;

export const JobKind = z.enum(["sample", "import", "quality", "train", "score", "efficiency", "proof", "report"]);
export type JobKind = z.infer<typeof JobKind>;

/** Long work: progress, cancel, a result that is committed whole or not at all. */
export const Job = z.object({
  id: z.string(),
  kind: JobKind,
  /** What it works on, in the user's words: a file name, a model family. */
  subject: z.string(),
  startedAt: z.number(),
  endedAt: z.number().optional(),
  status: JobStatus,
});
export type Job = z.infer<typeof Job>;
