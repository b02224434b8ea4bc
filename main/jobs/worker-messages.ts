import type { LossCurve } from "#shared/domain/loss-curve.ts";
import type { Problem } from "#shared/domain/problem.ts";

/** Engine to worker: one task at a time. `cancel` [1] turns 1 when a person asks to stop. */
export interface TaskRequest {
  task: string;
  input: unknown;
  seed: number;
  cancel: Int32Array<SharedArrayBuffer>;
}

/** Worker to engine. */
export type TaskReply =
  | { kind: "tick"; done: number; total: number; note: string | undefined; losses?: LossCurve | undefined }
  | { kind: "done"; output: unknown }
  | { kind: "cancelled" }
  | { kind: "failed"; problem: Problem };
