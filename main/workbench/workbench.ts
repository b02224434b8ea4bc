import type { EngineHandlers } from "#shared/contract/contract.ts";
import type { Job } from "#shared/domain/job.ts";

/** What the engine and the command line stand on: every use case of the product, without a window. */
export interface Workbench {
  readonly handlers: EngineHandlers;
  /** Hears the events the window is told of: `job`, `project`. */
  onEvent(hear: (topic: string, value: unknown) => void): () => void;
  /** Resolves when a job has ended, in whatever way. */
  jobEnded(jobId: string): Promise<Job>;
  /** Cancels running jobs, closes the project, stops the workers. */
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  /** Folder for settings and the list of recent projects. */
  userData: string;
  /** Path of the worker's composition root. */
  workerEntry: string;
  host: "utility" | "node" | "cli";
  version: string;
  electron: string | null;
}
