import type { Handlers } from "#shared/contract/define.ts";
import type { jobs } from "#shared/contract/jobs.ts";
import type { Job } from "#shared/domain/job.ts";
import type { ProjectStore } from "../store/project-store.ts";
import type { Bench } from "./bench.ts";

export function jobHandlers(bench: Bench): Handlers<typeof jobs> {
  return {
    list: () => bench.jobs.list(),
    cancel: ({ jobId }) => {
      bench.jobs.cancel(jobId);
      return null;
    },
    clear: () => {
      bench.jobs.clear();
      const store = bench.openStore;
      store?.catalog.commit(() => {
        for (const job of store.catalog.jobs.readable()) if (job.endedAt !== undefined) store.catalog.jobs.remove(job.id);
      });
      return bench.jobs.list();
    },
  };
}

/** Keeps what changes hands between lives of the engine: that a job began, and how it ended. */
export function keepJobs(bench: Bench): void {
  const states = new Map<string, Job["status"]["state"]>();
  bench.jobs.onChange((job) => {
    const { state } = job.status;
    if (states.get(job.id) === state) return;
    states.set(job.id, state);
    const catalog = bench.openStore?.catalog;
    catalog?.commit(() => catalog.jobs.put(job));
  });
}

/** Jobs that were under way when the engine last stopped were interrupted: what they had not committed by then is gone. */
export function markInterrupted(store: ProjectStore): Job[] {
  const { catalog } = store;
  catalog.commit(() => {
    for (const job of catalog.jobs.readable()) {
      if (job.endedAt === undefined) catalog.jobs.put({ ...job, endedAt: Date.now(), status: { state: "interrupted" } });
    }
  });
  return catalog.jobs.readable();
}
