import { parentPort } from "node:worker_threads";
import { serveTasks } from "../../../main/jobs/serve-tasks.ts";

// A worker for the tests of the pool: its tasks do what their names say.
serveTasks(parentPort!, {
  double: (input: { values: Float64Array }) => ({ values: input.values.map((x) => 2 * x) }),
  long: (_input: null, run) => {
    for (let k = 0; ; k++) run.tick(k, 1e12);
  },
  deaf: () => {
    for (;;);
  },
  fail: () => {
    throw new Error("bearing seized");
  },
  die: () => process.exit(3),
});
