import { tidyCacheFolder } from "../importing/containers/cache-folder.ts";
import { JobQueue } from "../jobs/job-queue.ts";
import { WorkerPool } from "../jobs/worker-pool.ts";
import { Bench } from "./bench.ts";
import { caseHandlers } from "./cases.ts";
import { derivedHandlers } from "./derived-tags.ts";
import { efficiencyHandlers } from "./efficiency.ts";
import { exploreHandlers } from "./explore.ts";
import { healthHandlers } from "./health.ts";
import { importHandlers } from "./importing.ts";
import { jobHandlers, keepJobs } from "./jobs.ts";
import { modelHandlers } from "./models.ts";
import { projectHandlers } from "./project.ts";
import { proofHandlers } from "./proof.ts";
import { qualityHandlers } from "./quality.ts";
import { RecentProjects } from "./recent-projects.ts";
import { reportHandlers } from "./report.ts";
import { scoreImports } from "./score-imports.ts";
import { systemHandlers } from "./system.ts";
import { trialHandlers } from "./trial.ts";
import type { Workbench, WorkbenchOptions } from "./workbench.ts";

/** Puts the use cases together; nothing is opened or started yet. */
export function createWorkbench(options: WorkbenchOptions): Workbench {
  // Workers take logs out of archives; only the thread that holds them can clear up after them.
  tidyCacheFolder();
  const hearers = new Set<(topic: string, value: unknown) => void>();
  const emit = (topic: string, value: unknown) => {
    for (const hear of hearers) hear(topic, value);
  };
  const jobs = new JobQueue();
  const pool = new WorkerPool(options.workerEntry);
  const bench = new Bench(options, jobs, pool, emit);
  keepJobs(bench);
  jobs.onChange((job) => emit("job", job));
  scoreImports(bench, (hear) => hearers.add((topic, value) => topic === "project" && value !== null && hear()));
  const project = projectHandlers(bench, new RecentProjects(options.userData));
  return {
    handlers: {
      system: systemHandlers(bench),
      project,
      jobs: jobHandlers(bench),
      importing: importHandlers(bench),
      explore: exploreHandlers(bench),
      derived: derivedHandlers(bench),
      quality: qualityHandlers(bench),
      health: healthHandlers(bench),
      cases: caseHandlers(bench),
      models: modelHandlers(bench),
      efficiency: efficiencyHandlers(bench),
      proof: proofHandlers(bench),
      trial: trialHandlers(bench),
      report: reportHandlers(bench),
    },
    onEvent(hear) {
      hearers.add(hear);
      return () => void hearers.delete(hear);
    },
    jobEnded: (jobId) => jobs.ended(jobId),
    async close() {
      await project.close({});
      await pool.close();
    },
  };
}
