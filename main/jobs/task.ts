import type { Run } from "#shared/domain/run.ts";

/**
 * Work for a worker thread: input and output survive structured clone. It writes nothing that counts: files go to a
 * staging place, and whoever asked commits them.
 */
export type Task = (input: never, run: Run) => unknown;

/** The tasks a worker knows, by name. */
export type TaskTable = Readonly<Record<string, Task>>;

export type TaskInput<T extends Task> = Parameters<T>[0];
export type TaskOutput<T extends Task> = Awaited<ReturnType<T>>;
