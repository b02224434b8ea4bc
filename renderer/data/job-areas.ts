import type { Job } from "#shared/domain/job.ts";
import type { AreaName } from "./question.ts";

/** The areas whose answers may be others once a job of this kind has ended. */
export const areasOfJob: Readonly<Record<Job["kind"], readonly AreaName[]>> = {
  sample: ["project", "importing", "explore", "health", "efficiency", "proof", "report"],
  import: ["project", "importing", "explore", "health", "efficiency", "proof"],
  quality: ["quality"],
  train: ["project", "health"],
  efficiency: ["project", "efficiency"],
  proof: ["proof", "project"],
  report: ["project", "report"],
  score: ["project", "health"],
};
