import type { Frame } from "#shared/domain/frame.ts";
import type { TagQuality } from "#shared/domain/quality.ts";
import { judgeLog } from "../../../../main/analysis/quality/judge-log.ts";
import { LogPass } from "../../../../main/analysis/quality/log-pass.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

export const start = Date.UTC(2024, 2, 1);

/** A tag as it is made for a test: values by row, NaN for no sample. */
export interface MadeTag {
  readonly tag?: string;
  readonly unit?: string;
  readonly values: Float64Array;
  readonly states?: TagQuality["states"];
}

/** Judges a log of the tags on one clock, handed over in uneven pieces of at most `cuts` rows. */
export function judged(
  tags: readonly MadeTag[],
  { stepMs = 60_000, time, cuts = 700 }: { stepMs?: number; time?: Float64Array; cuts?: number } = {},
) {
  const rows = tags[0]!.values.length;
  const clock = time ?? Float64Array.from({ length: rows }, (_, i) => start + i * stepMs);
  const columns = tags.map(({ tag, unit = "bar", values }, k) => ({ tag: tag ?? `T${k + 1}`, unit, values }));
  const pass = new LogPass({
    rows,
    log: { from: clock[0]!, to: clock[rows - 1]! },
    tags: columns.map(({ tag, unit, values }, k) => ({
      tag,
      unit,
      valid: values.filter(Number.isFinite).length,
      states: tags[k]!.states ?? [],
    })),
    seed: 1,
  });
  for (const frame of pieces({ time: clock, columns }, cuts)) pass.take(frame);
  return judgeLog(pass.finish());
}

/** The codes of what is told of the first tag, and of the log. */
export const codes = (report: ReturnType<typeof judged>): string[] =>
  [...report.findings, ...report.tags[0]!.findings].map(({ code }) => code.replace("quality.", ""));

function* pieces(frame: Frame, most: number): Generator<Frame> {
  const next = random(11);
  for (let from = 0; from < frame.time.length; ) {
    const to = Math.min(frame.time.length, from + 1 + Math.floor(next() * most));
    yield { time: frame.time.subarray(from, to), columns: frame.columns.map((c) => ({ ...c, values: c.values.subarray(from, to) })) };
    from = to;
  }
}

/** Nearly normal: the sum of twelve uniform numbers, less six. */
export function noise(seed: number): () => number {
  const next = random(seed);
  return () => Array.from({ length: 12 }, next).reduce((sum, u) => sum + u, -6);
}

/** A sensor in good order: a daily swing, slow wander and noise, in steps of a hundredth. */
export function goodSensor(seed: number, rows = 20_000, stepMs = 60_000): Float64Array {
  const normal = noise(seed);
  let wander = 0;
  return Float64Array.from({ length: rows }, (_, i) => {
    wander = 0.999 * wander + 0.02 * normal();
    const swing = 2 * Math.sin((2 * Math.PI * i * stepMs) / 86_400_000);
    return Math.round(100 * (20 + swing + wander + 0.1 * normal())) / 100;
  });
}
