import type { Job } from "#shared/domain/job.ts";
import type { AreaName } from "./question.ts";

/** The areas whose answers may be others once a job of this kind has ended. */
export const areasOfJob: Readonly<Record<Job["kind"], readonly AreaName[]>> = {
  sample: ["project", "importing", "explore", "health", "cases", "models", "efficiency", "proof", "trial", "report"],
  import: ["project", "importing", "explore", "health", "cases", "models", "efficiency", "proof", "trial"],
  quality: ["quality", "cases"],
  train: ["project", "health", "cases", "models"],
  efficiency: ["project", "efficiency"],
  proof: ["proof", "trial", "project"],
  report: ["project", "report"],
  score: ["project", "health", "cases", "models"],
};
