import { useCallback, useState } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";

/** Looks that follow one another faster than this are one look: a turn of the wheel is many events. */
const oneLookMs = 700;
const remembered = 100;

interface Looks {
  readonly now: TimeRange | null;
  readonly before: readonly TimeRange[];
  readonly changedAt: number;
}

/** The visible time and the way back to what was visible before. `null` stands for everything. */
export function useRangeHistory() {
  const [looks, setLooks] = useState<Looks>({ now: null, before: [], changedAt: Number.NEGATIVE_INFINITY });
  const look = useCallback((range: TimeRange, from: TimeRange) => {
    const at = performance.now();
    setLooks(({ before, changedAt }) => ({
      now: range,
      before: at - changedAt < oneLookMs ? before : [...before.slice(-remembered), from],
      changedAt: at,
    }));
  }, []);
  const back = useCallback(() => {
    setLooks(({ now, before }) => ({ now: before.at(-1) ?? now, before: before.slice(0, -1), changedAt: Number.NEGATIVE_INFINITY }));
  }, []);
  return { range: looks.now, look, back, canGoBack: looks.before.length > 0 };
}
