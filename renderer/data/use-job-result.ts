import { useEffect, useRef } from "react";
import type { Job } from "#shared/domain/job.ts";
import { isOver, useJob } from "./use-jobs.ts";

/** Follows a job and calls once when it ends, with whatever became of it. */
export function useJobResult(id: string | null, onEnd: (job: Job) => void): Job | undefined {
  const job = useJob(id);
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (!job || !isOver(job) || told.current === job.id) return;
    told.current = job.id;
    onEnd(job);
  });
  return job;
}
