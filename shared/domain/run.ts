import type { LossCurve } from "./loss-curve.ts";

/** What long work is given. A busy worker hears no messages, so tick() reads a shared flag. */
export interface Run {
  /** Non-negative 32-bit integer; the only source of chance. */
  readonly seed: number;
  /** Reports progress; throws `Cancelled` once a person has asked to stop. Call it every 100 ms or so. */
  tick(done: number, total: number, note?: string, losses?: LossCurve): void;
}

/** A run nobody watches: for tests and for work too short to show. */
export const quietRun = (seed = 1): Run => ({ seed, tick: () => {} });
