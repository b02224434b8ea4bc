import type { ExpectedTrend } from "#shared/domain/expected-trend.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { HealthModel } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { expectedTrend } from "../../analysis/health/expected-trend.ts";
import { lookBackOf } from "../../analysis/health/explain-rows.ts";
import type { SavedState } from "../../analysis/models/family.ts";
import type { SignalFolder } from "../../store/signals/signal-folder.ts";
import { mappingOf, readAs, referenceIn } from "./model-frame.ts";

interface TrendInput {
  folders: SignalFolder[];
  saved: unknown;
  model: HealthModel;
  range: TimeRange;
  tags: string[];
  off: string[];
  points: number;
}

const referenceParts = 24;
const rowsEach = 1000;
const mostRows = 100_000; // of the stretch that is looked at: enough for two months of minutes

/** What the other tags asked of some tags, along a stretch of the log. Of a long reference, parts that are spread over it are read. */
export async function expectedTrendTask({ folders, saved, model, ...look }: TrendInput): Promise<ExpectedTrend> {
  const state = saved as SavedState;
  const { intervalMs } = model.features;
  const back = lookBackOf(state);
  const read = (range: TimeRange): Promise<Frame> => readAs(mappingOf(model), { folders, tags: model.tags, range });
  const reference: Frame[] = [];
  for (const part of parts(referenceIn(model), rowsEach * intervalMs + back)) reference.push(await read(part));
  const { from, to } = look.range;
  if (to - from > mostRows * intervalMs) return { time: new Float64Array(0), tags: [] };
  return expectedTrend({ ...look, saved: state, reference, frame: await read({ from: from - back, to: to + 1 }) });
}

/** Stretches of that length, evenly spread over the ranges; the ranges themselves where they are short. */
function parts(ranges: readonly TimeRange[], length: number): TimeRange[] {
  const total = ranges.reduce((sum, { from, to }) => sum + to - from, 0);
  if (total <= referenceParts * length) return [...ranges];
  return ranges.flatMap(({ from, to }) => {
    const count = Math.max(1, Math.round((referenceParts * (to - from)) / total));
    const each = Math.min(length, (to - from) / count);
    return Array.from({ length: count }, (_, k) => {
      const start = from + ((to - from - each) * k) / Math.max(1, count - 1);
      return { from: start, to: start + each };
    });
  });
}
