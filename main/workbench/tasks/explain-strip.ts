import type { ContributionStrip } from "#shared/domain/contribution-strip.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { TagMapping } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { type ExplainedTag, explainRows, lookBackOf } from "../../analysis/health/explain-rows.ts";
import type { SavedState } from "../../analysis/models/family.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";
import { readAs } from "./model-frame.ts";

interface StripInput {
  folders: SignalFolder[];
  scoresFolder: string;
  tags: string[];
  /** How a model from elsewhere reads them; empty for one that was learned here. */
  mapping: TagMapping[];
  saved: unknown;
  range: TimeRange;
  cells: number;
  most: number;
}

/** Samples read at once; longer stretches are read around the rows that are explained. */
const mostSamples = 30_000_000;

/** What the score is made of, along a stretch of time. */
export async function explainStripTask({
  folders,
  scoresFolder,
  tags,
  mapping,
  saved,
  range,
  cells,
  most,
}: StripInput): Promise<ContributionStrip> {
  const scores = await readSignals({ folders: [scoresFolder], tags: ["score"], range });
  const peaks = peaksOf(scores.time, scores.columns[0]!.values, range, cells);
  const state = saved as SavedState;
  const back = lookBackOf(state);
  const times = [...peaks.time].filter((at) => !Number.isNaN(at));
  const whole = times.length > 0 && scores.time.length * tags.length <= mostSamples;
  const parts: ExplainedTag[][] = [];
  if (whole) {
    const frame = await readAs(mapping, { folders, tags, range: { from: range.from - back, to: range.to } });
    parts.push(explainRows(state, frame, rowsAt(frame, times)));
  } else {
    for (const at of times) {
      const frame = await readAs(mapping, { folders, tags, range: { from: at - back, to: at + 1 } });
      parts.push(explainRows(state, frame, rowsAt(frame, [at])));
    }
  }
  const spread = (values: readonly (Float64Array | undefined)[]): Float64Array<ArrayBuffer> => {
    const joined = whole ? [...(values[0] ?? [])] : values.map((value) => value?.[0] ?? Number.NaN);
    let k = 0;
    return Float64Array.from(peaks.time, (at) => (Number.isNaN(at) ? Number.NaN : (joined[k++] ?? Number.NaN)));
  };
  const named = new Map(parts.flat().map(({ tag, unit }) => [tag, unit]));
  const all = [...named].map(([tag, unit]) => {
    const of = parts.map((part) => part.find((each) => each.tag === tag));
    return { tag, unit, share: spread(of.map((each) => each?.share)), residual: spread(of.map((each) => each?.residual)) };
  });
  // A share counts as much as the row is abnormal.
  const weight = (share: Float64Array): number => share.reduce((sum, x, k) => (Number.isNaN(x) ? sum : sum + x * peaks.score[k]!), 0);
  const shown = all.sort((a, b) => weight(b.share) - weight(a.share)).slice(0, most);
  return { ...range, ...peaks, tags: shown.map((one) => asNamedHere(one, mapping)) };
}

/** A tag in the asset's name and unit. */
function asNamedHere<T extends { tag: string; unit: string; residual: Float64Array }>(one: T, mapping: readonly TagMapping[]): T {
  const known = mapping.find(({ as }) => as === one.tag);
  return known ? { ...one, tag: known.tag, unit: known.unit, residual: one.residual.map((value) => value / known.scale) } : one;
}

/** The row with the highest score in each of so many equal parts of a range. */
function peaksOf(
  time: Float64Array,
  score: Float64Array,
  { from, to }: TimeRange,
  cells: number,
): { time: Float64Array<ArrayBuffer>; score: Float64Array<ArrayBuffer> } {
  const found = { time: new Float64Array(cells).fill(Number.NaN), score: new Float64Array(cells).fill(Number.NaN) };
  for (let i = 0; i < time.length; i++) {
    const value = score[i]!;
    if (Number.isNaN(value)) continue;
    const cell = Math.min(cells - 1, Math.floor(((time[i]! - from) / (to - from)) * cells));
    if (value > found.score[cell]! || Number.isNaN(found.score[cell]!)) {
      found.score[cell] = value;
      found.time[cell] = time[i]!;
    }
  }
  return found;
}

/** The rows at these times; the last row where one is not there any more. */
function rowsAt({ time }: Frame, times: readonly number[]): Int32Array {
  let row = 0;
  return Int32Array.from(times, (at) => {
    while (row < time.length - 1 && time[row]! < at) row++;
    return row;
  });
}
