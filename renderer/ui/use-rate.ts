import { useRef } from "react";
import type { Job } from "#shared/domain/job.ts";

/** Units done per second since the job was first seen to run; null before that can be told. */
export function useRate(job: Job): number | null {
  const first = useRef<{ id: string; at: number; done: number } | null>(null);
  if (job.status.state !== "running") return null;
  const now = Date.now();
  if (first.current?.id !== job.id) first.current = { id: job.id, at: now, done: job.status.done };
  const seconds = (now - first.current.at) / 1000;
  return seconds < 0.5 ? null : (job.status.done - first.current.done) / seconds;
}
