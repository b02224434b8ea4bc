import { notifications } from "@mantine/notifications";
import { useEffect, useRef } from "react";
import type { Job } from "#shared/domain/job.ts";
import { isOver, useJobs } from "../data/use-jobs.ts";
import { jobName } from "../ui/job-name.ts";
import { useSay } from "./language.tsx";
import { type Screen, useNavigation } from "./navigation.tsx";

/** Where a person sees for themselves what became of a job. */
const screenOf: Record<Job["kind"], Screen> = {
  sample: "project",
  import: "import",
  quality: "quality",
  train: "health",
  score: "health",
  efficiency: "efficiency",
  proof: "proof",
  report: "report",
};

/** Tells a person who has gone to another screen that work has ended. */
export function useJobNotices(): void {
  const say = useSay();
  const { screen } = useNavigation();
  const jobs = useJobs();
  const running = useRef<ReadonlySet<string>>(new Set());
  useEffect(() => {
    for (const job of jobs) {
      if (!running.current.has(job.id) || !isOver(job) || job.status.state === "cancelled" || screenOf[job.kind] === screen) continue;
      const isDone = job.status.state === "done";
      notifications.show({
        title: jobName(say, job),
        message: job.status.state === "failed" ? say.coded(job.status.problem) : say(`job.state.${job.status.state}`),
        color: isDone ? "green" : "red",
        autoClose: isDone ? 5000 : false,
      });
    }
    running.current = new Set(jobs.filter((job) => !isOver(job)).map((job) => job.id));
  }, [jobs, screen, say]);
}
