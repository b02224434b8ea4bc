import type { MessagePort, Transferable } from "node:worker_threads";
import { Cancelled, toProblem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import type { TaskTable } from "./task.ts";
import type { TaskReply, TaskRequest } from "./worker-messages.ts";

const minTickMs = 50; // faster progress than the eye follows only burdens the engine

/** The worker's side: performs one task after another from the table and answers on the port. */
export function serveTasks(port: MessagePort, table: TaskTable): void {
  const post = (reply: TaskReply, transfer: Transferable[] = []) => port.postMessage(reply, transfer);
  port.on("message", async (request: TaskRequest) => {
    let lastTick = 0;
    const run: Run = {
      seed: request.seed,
      tick(done, total, note, losses) {
        if (Atomics.load(request.cancel, 0) === 1) throw new Cancelled();
        const now = performance.now();
        if (now - lastTick < minTickMs && done < total) return;
        lastTick = now;
        post({ kind: "tick", done, total, note, losses });
      },
    };
    try {
      const task = table[request.task];
      if (!task) throw new Error(`There is no task "${request.task}".`);
      const output = await task(request.input as never, run);
      post({ kind: "done", output }, buffersOf(output));
    } catch (error) {
      if (error instanceof Cancelled) post({ kind: "cancelled" });
      else post({ kind: "failed", problem: toProblem(error) });
    }
  });
}

/** The distinct array buffers inside a plain value, to be moved instead of copied. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer && value.byteLength === value.buffer.byteLength) found.add(value.buffer);
  } else if (Array.isArray(value)) for (const item of value) buffersOf(item, found);
  else if (value && typeof value === "object") for (const item of Object.values(value)) buffersOf(item, found);
  return [...found];
}
