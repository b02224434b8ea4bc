import type { ComtradeConfig } from "./comtrade-config.ts";

/** Seconds from the first sample to sample `n`, counted from 1: each is a step of its own rate behind the one before. */
export function secondsAt({ rates }: Pick<ComtradeConfig, "rates">): (n: number) => number {
  const segments: { end: number; from: number; seconds: number; rate: number }[] = [];
  let from = 1;
  let seconds = 0;
  for (const { rate, end } of rates) {
    segments.push({ end, from, seconds, rate });
    if (rate > 0) seconds += (end - from) / rate;
    from = end;
  }
  let current = 0;
  return (n) => {
    if (n < segments[current]!.from) current = 0;
    while (current + 1 < segments.length && n > segments[current]!.end) current++;
    const segment = segments[current]!;
    return segment.rate > 0 ? segment.seconds + (n - segment.from) / segment.rate : Number.NaN;
  };
}
