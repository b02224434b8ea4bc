import { useRef } from "react";
import type { Job } from "#shared/domain/job.ts";

/**
 * Units done per second since the job was first seen to run; null before that can be told.
 * @param amount how many units the whole job is; its own total when left out.
 */
export function useRate(job: Job, amount?: number): number | null {
  const first = useRef<{ id: string; at: number; done: number } | null>(null);
  if (job.status.state !== "running") return null;
  const { done, total } = job.status;
  const now = Date.now();
  if (first.current?.id !== job.id) first.current = { id: job.id, at: now, done };
  const seconds = (now - first.current.at) / 1000;
  if (seconds < 0.5) return null;
  const unitsPerDone = amount !== undefined && total > 0 ? amount / total : 1;
  return ((done - first.current.done) / seconds) * unitsPerDone;
}
