import type { BoardTrend } from "#shared/domain/board.ts";

/** Where a small chart's line runs, and where its limit lies. A stretch without a score breaks the line. */
export function sparkPath(
  { from, to, limit, time, score }: BoardTrend,
  width: number,
  height: number,
): { line: string; above: string; limitY: number } {
  const x = (at: number): number => ((at - from) / (to - from)) * width;
  const y = (value: number): number => height - 1 - value * (height - 2);
  const step = width / Math.max(1, time.length);
  let line = "";
  let above = "";
  let drawn = false;
  time.forEach((at, k) => {
    const value = score[k] ?? null;
    if (value === null) {
      drawn = false;
      return;
    }
    const place = `${x(at).toFixed(1)} ${y(value).toFixed(1)}`;
    line += `${drawn ? "L" : "M"}${place}`;
    drawn = true;
    if (value > limit) above += `M${place}V${y(limit).toFixed(1)}`;
  });
  return { line, above, limitY: step > 0 ? y(limit) : 0 };
}
