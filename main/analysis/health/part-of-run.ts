import type { Run } from "#shared/domain/run.ts";

/** A part of long work as a run of its own: its progress is that part of the whole, its note the one given, else that of the work. */
export function partOfRun<R extends Run>(run: R, { from, to, note }: { from: number; to: number; note?: string }): R {
  return {
    ...run,
    tick: (done, total, own, losses) => run.tick(from + (to - from) * (total > 0 ? done / total : 0), 1, note ?? own, losses),
  };
}
