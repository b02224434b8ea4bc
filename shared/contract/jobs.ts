import { z } from "zod";
import { Job } from "../domain/job.ts";
import { call } from "./define.ts";

/** Events on topic `job` carry a `Job` each time one moves. */
export const jobs = {
  list: call(z.object({}), z.array(Job)),
  /** Asks a job to stop; it ends as `cancelled` and leaves no trace, or as `done` when it was faster. */
  cancel: call(z.object({ jobId: z.string() }), z.null()),
  /** Takes ended jobs off the list. */
  clear: call(z.object({}), z.array(Job)),
};
