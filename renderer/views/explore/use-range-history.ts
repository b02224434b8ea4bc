import { useCallback, useState } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { RangeMove } from "../../charts/range-moves.ts";

/** Movements that follow one another faster than this are one look: a turn of the wheel is many events. */
const oneLookMs = 700;
const remembered = 100;

interface Looks {
  readonly now: TimeRange | null;
  readonly before: readonly TimeRange[];
  /** When the movement that is going on was last heard of; minus infinity when none is. */
  readonly movedAt: number;
}

/** The visible time and the way back to what was visible before. `null` stands for everything. */
export function useRangeHistory() {
  const [looks, setLooks] = useState<Looks>({ now: null, before: [], movedAt: Number.NEGATIVE_INFINITY });
  const look = useCallback((range: TimeRange, from: TimeRange, move: RangeMove) => {
    const at = performance.now();
    setLooks(({ before, movedAt }) => ({
      now: range,
      before: move === "flow" && at - movedAt < oneLookMs ? before : [...before.slice(-remembered), from],
      movedAt: move === "flow" ? at : Number.NEGATIVE_INFINITY,
    }));
  }, []);
  const back = useCallback(() => {
    setLooks(({ now, before }) => ({ now: before.at(-1) ?? now, before: before.slice(0, -1), movedAt: Number.NEGATIVE_INFINITY }));
  }, []);
  return { range: looks.now, look, back, canGoBack: looks.before.length > 0 };
}
