import type { Job } from "#shared/domain/job.ts";
import { useAsk } from "./use-ask.ts";

/** Whether a job has ended, in whatever way. */
export const isOver = (job: Job): boolean => job.status.state !== "queued" && job.status.state !== "running";

/** All jobs, as they move. */
export const useJobs = (): readonly Job[] => useAsk("jobs", "list", {}).data ?? [];

/** One job as it moves; undefined before it is heard of. */
export const useJob = (id: string | null | undefined): Job | undefined => useJobs().find((job) => job.id === id);
