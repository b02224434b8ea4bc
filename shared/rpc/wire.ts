import type { Problem } from "../domain/problem.ts";

/** What travels between the window (or the shell) and the engine. */
export type Wire =
  | { t: "ask"; id: number; area: string; method: string; input: unknown }
  | { t: "answer"; id: number; ok: true; value: unknown }
  | { t: "answer"; id: number; ok: false; problem: Problem }
  /** Something happened in the engine that nobody asked for: a job moved, the project changed. */
  | { t: "event"; topic: string; value: unknown };

/** The only thing both ends need from a channel. */
export interface Link {
  post(message: Wire): void;
  listen(hear: (message: Wire) => void): void;
}
