import { useSyncExternalStore } from "react";

/** Where the pointer is in time. Kept outside the charts, so that moving it redraws the readings and nothing else. */
export interface Cursor {
  at(): number | null;
  move(at: number | null): void;
  watch(watch: () => void): () => void;
}

export function createCursor(): Cursor {
  let now: number | null = null;
  const watchers = new Set<() => void>();
  return {
    at: () => now,
    move(at) {
      if (at === now) return;
      now = at;
      for (const watch of watchers) watch();
    },
    watch(watch) {
      watchers.add(watch);
      return () => void watchers.delete(watch);
    },
  };
}

export const useCursor = (cursor: Cursor): number | null => useSyncExternalStore(cursor.watch, cursor.at);
