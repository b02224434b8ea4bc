import { join } from "node:path";
import { createWorkbench } from "../../main/workbench/create.ts";
import type { Workbench } from "../../main/workbench/workbench.ts";

/** The workbench as the command line runs it, with settings of its own. */
export const openWorkbench = (userData: string): Workbench =>
  createWorkbench({
    userData,
    workerEntry: join(import.meta.dirname, "../../main/worker.ts"),
    host: "cli",
    version: "0.0.0",
    electron: null,
  });
