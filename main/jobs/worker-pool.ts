import { Worker } from "node:worker_threads";
import type { LossCurve } from "#shared/domain/loss-curve.ts";
import { Cancelled, ProblemError, problem } from "#shared/domain/problem.ts";
import type { TaskReply, TaskRequest } from "./worker-messages.ts";

export interface TaskOptions {
  seed?: number;
  onTick?: (done: number, total: number, note?: string, losses?: LossCurve) => void;
  signal?: AbortSignal;
}

const graceMs = 4000; // a task that has not heard a cancel by then is stopped from outside

/** Worker threads that are started when needed and kept for the next task. */
export class WorkerPool {
  readonly #entry: string;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  /** @param entry path of the worker's composition root */
  constructor(entry: string) {
    this.#entry = entry;
  }

  /** Runs one task in a worker of its own. Throws `Cancelled`, the task's problem, or `jobs.worker-died`. */
  run(task: string, input: unknown, options: TaskOptions = {}): Promise<unknown> {
    const worker = this.#idle.pop() ?? this.#start();
    const cancel = new Int32Array(new SharedArrayBuffer(4));
    return new Promise((resolve, reject) => {
      let grace: NodeJS.Timeout | undefined;
      const onAbort = () => {
        Atomics.store(cancel, 0, 1);
        grace = setTimeout(() => {
          finish(false);
          void worker.terminate();
          reject(new Cancelled());
        }, graceMs);
      };
      const finish = (reusable: boolean) => {
        clearTimeout(grace);
        options.signal?.removeEventListener("abort", onAbort);
        worker.off("message", onMessage).off("error", onError).off("exit", onExit);
        if (reusable) {
          worker.unref();
          this.#idle.push(worker);
        }
      };
      const onMessage = (reply: TaskReply) => {
        if (reply.kind === "tick") return options.onTick?.(reply.done, reply.total, reply.note, reply.losses);
        finish(true);
        if (reply.kind === "done") resolve(reply.output);
        else if (reply.kind === "cancelled") reject(new Cancelled());
        else reject(new ProblemError(reply.problem));
      };
      const died = (detail: string, cause?: unknown) => {
        finish(false);
        this.#all.delete(worker);
        reject(problem("jobs.worker-died", `The worker doing "${task}" stopped: ${detail}.`, { task, detail }, { cause }));
      };
      const onError = (error: unknown) => died(error instanceof Error ? error.message : String(error), error);
      const onExit = (code: number) => died(`exit code ${code}`);
      worker.on("message", onMessage).on("error", onError).on("exit", onExit);
      worker.ref();
      options.signal?.addEventListener("abort", onAbort, { once: true });
      if (options.signal?.aborted) onAbort();
      worker.postMessage({ task, input, seed: options.seed ?? 1, cancel } satisfies TaskRequest);
    });
  }

  /** Stops every worker at once; running tasks fail. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
    this.#all.clear();
    this.#idle.length = 0;
  }

  #start(): Worker {
    const worker = new Worker(this.#entry);
    worker.setMaxListeners(20);
    this.#all.add(worker);
    worker.once("exit", () => {
      this.#all.delete(worker);
      const at = this.#idle.indexOf(worker);
      if (at >= 0) this.#idle.splice(at, 1);
    });
    return worker;
  }
}
