import { randomUUID } from "node:crypto";
import type { Job, JobKind } from "#shared/domain/job.ts";
import { problem } from "#shared/domain/problem.ts";
import type { JobQueue, JobRun } from "../jobs/job-queue.ts";
import type { TaskInput, TaskOutput } from "../jobs/task.ts";
import type { WorkerPool } from "../jobs/worker-pool.ts";
import type { ProjectStore } from "../store/project-store.ts";
import type { tasks } from "./tasks/table.ts";
import type { WorkbenchOptions } from "./workbench.ts";

type Tasks = typeof tasks;
type Name = keyof Tasks & string;

/** What every use case works with: the open project, the jobs, the workers. */
export class Bench {
  readonly options: WorkbenchOptions;
  readonly jobs: JobQueue;
  readonly #pool: WorkerPool;
  readonly #emit: (topic: string, value: unknown) => void;
  #store: ProjectStore | null = null;

  constructor(options: WorkbenchOptions, jobs: JobQueue, pool: WorkerPool, emit: (topic: string, value: unknown) => void) {
    this.options = options;
    this.jobs = jobs;
    this.#pool = pool;
    this.#emit = emit;
  }

  /** The open project; throws `project.closed` where none is. */
  get store(): ProjectStore {
    if (!this.#store) throw problem("project.closed", "No project is open.");
    return this.#store;
  }

  get openStore(): ProjectStore | null {
    return this.#store;
  }

  /** Puts another project, or none, in place; the one before must be closed already. */
  hold(store: ProjectStore | null): void {
    this.#store = store;
    this.#emit("project", store?.project ?? null);
  }

  /** Runs a task in a worker; inside a job its progress becomes the job's and a cancel reaches it. */
  task<N extends Name>(name: N, input: TaskInput<Tasks[N]>, run?: JobRun, seed = 1): Promise<TaskOutput<Tasks[N]>> {
    const options = run ? { seed, signal: run.signal, onTick: quietly(run) } : { seed };
    return this.#pool.run(name, input, options) as Promise<TaskOutput<Tasks[N]>>;
  }

  /** Starts a job of the open project; its `temp` folder is made before and removed after, whatever happens. */
  start(kind: JobKind, subject: string, work: (run: JobRun, store: ProjectStore) => Promise<unknown>): Job {
    const store = this.store;
    return this.jobs.start({ kind, subject, work: (run) => work(run, store) });
  }

  newId(): string {
    return randomUUID();
  }
}

/** A tick that arrives after the cancel must not throw into the pool's message handler. */
function quietly(run: JobRun): JobRun["tick"] {
  return (done, total, note, losses) => {
    if (!run.signal.aborted) run.tick(done, total, note, losses);
  };
}
