import { z } from "zod";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { covariance } from "../signal/covariance.ts";
import { interval } from "../signal/interval.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { type ChartMemory, chartColumns, chartLookBack, isChartColumn, remembered } from "./control-charts-memory.ts";
import type { Contribution, ModelFamily } from "./family.ts";
import { joined } from "./joined.ts";
import { numberOf, numbersOf, textsOf } from "./saved.ts";
import { trainingSufficiency } from "./training-sufficiency.ts";

const ControlChartsParams = z.object({
  /** How often the window of the CUSUM is doubled, beginning with the trailing mean; 0 leaves the Shewhart charts alone. */
  memory: z.int().min(0).max(6).default(5),
});
type ControlChartsParams = z.infer<typeof ControlChartsParams>;

export interface ControlChartsState {
  readonly tags: readonly string[];
  /** [tags] mean and standard deviation of the reference, in the tag's unit. */
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** Ninety-nine of a hundred reference rows have their largest squared deviation below. */
  readonly deviationScale: number;
  /** Usual distance between two rows, ms; windows do not reach over ten of them. */
  readonly intervalMs: number;
  /** [tags] standard deviation of the tag's exponentially weighted mean, in its unit; empty where the reference is too short for the chart. */
  readonly ewmaScale: Float64Array;
  /** [tags × windows] standard deviations of the means over the windows of the CUSUM, in the tag's unit. */
  readonly windowScale: Float64Array;
  /** Ninety-nine of a hundred reference rows have their largest squared EWMA, and the square of their largest CUSUM, below; 0 where there is none. */
  readonly ewmaIndexScale: number;
  readonly cusumIndexScale: number;
}

const scaleShare = 0.99;
const leastScale = 1e-9;
// Half the shift that is to be found fastest, one standard deviation (Page 1954; Montgomery 9.1.2).
const allowance = 0.5;

/**
 * Three control charts per tag, the worst tag counting. Shewhart: how far its trailing mean is from that of the reference (Shewhart, Economic Control of
 * Quality of Manufactured Product, 1931). EWMA: the same of its exponentially weighted mean (Roberts, Technometrics 1 (1959) 239–250; weight 0.2 as
 * Montgomery, Introduction to Statistical Quality Control, 6th ed., 9.2). CUSUM: the largest sum, over windows that end now, of what the tag is beyond half a
 * standard deviation on one side (Page, Biometrika 41 (1954) 100–115), over windows that double and are bounded, so that a row's score rests on its own past alone.
 *
 * Rows of a machine resemble their neighbours, and a chart that takes them as independent cries wolf. So each mean is measured by its own
 * standard deviation on the reference, and a window counts as many independent rows as its mean's variance says: n = variance of a row / variance of the mean.
 *
 * The index of a chart is its largest square over that square's 99 % quantile; score = index / (1 + index) of the largest of the three. Limits come from the alert
 * budget, where textbooks take them from the run length.
 */
export const controlCharts: ModelFamily<ControlChartsParams, ControlChartsState> = {
  id: "control-charts",
  kind: "anomaly",
  params: ControlChartsParams,
  alternatives: [{ memory: 0 }, { memory: 6 }],

  sufficiency: (train) => trainingSufficiency(train),

  fit(train: readonly Frame[], { memory }: ControlChartsParams, run: Run): ControlChartsState {
    const { tags, columns } = joined(train);
    const rows = completeRows(columns);
    run.tick(0, 3, "scales");
    const { mean, covariance: cov } = covariance(columns, rows);
    const scale = Float64Array.from(tags, (_, j) => Math.sqrt(cov[j * tags.length + j]!) || 1);
    const intervals = train.map(({ time }) => interval(time)).filter((ms) => !Number.isNaN(ms));
    const intervalMs = intervals.length > 0 ? Math.min(...intervals) : Number.POSITIVE_INFINITY;
    run.tick(1, 3, "scales");
    const { windows, ewma } = remembered(rows.length, memory);
    const shape: ChartMemory = { intervalMs, windows, ewma };
    const windowScale = new Float64Array(tags.length * windows);
    const ewmaScale = new Float64Array(ewma ? tags.length : 0);
    for (const j of tags.keys()) {
      const some = train.map((frame) => chartColumns(shape, { ...frame, columns: [frame.columns[j]!] }).columns.slice(1));
      for (let k = 0; k < windows; k++)
        windowScale[j * windows + k] =
          deviationFrom(
            mean[j]!,
            some.map((c) => c[k]!.values),
          ) || scale[j]!;
      if (ewma)
        ewmaScale[j] =
          deviationFrom(
            mean[j]!,
            some.map((c) => c[windows]!.values),
          ) || scale[j]!;
    }
    run.tick(2, 3, "scales");
    const bare = { tags, mean, scale, intervalMs, ewmaScale, windowScale, deviationScale: 1, ewmaIndexScale: 1, cusumIndexScale: 1 };
    const squares = train.map((frame) => largest(bare, chartColumns(shape, frame)));
    run.tick(3, 3, "scales");
    const quantile = (of: "deviation" | "ewma" | "cusum") => {
      const known = sorted(Float64Array.from(squares.flatMap((s) => [...s[of]].filter(Number.isFinite))));
      return known.length === 0 ? 0 : Math.max(sortedQuantile(known, scaleShare), of === "cusum" ? 1 : leastScale);
    };
    return { ...bare, deviationScale: quantile("deviation"), ewmaIndexScale: quantile("ewma"), cusumIndexScale: quantile("cusum") };
  },

  lookBack: {
    rows: ({ windowScale, ewmaScale, tags }) => chartLookBack({ windows: windowScale.length / tags.length, ewma: ewmaScale.length > 0 }),
    widen: (state, frame) => chartColumns(memoryOf(state), frame),
  },

  score(state, frame) {
    const { deviation, ewma, cusum } = largest(state, frame);
    return {
      kind: "anomaly",
      score: deviation.map((square, i) => {
        const index = indexOf(state, square, ewma[i]!, cusum[i]!);
        return index === Number.POSITIVE_INFINITY ? 1 : index / (1 + index);
      }),
      statistics: {
        deviation: deviation.map(Math.sqrt),
        ...(state.ewmaIndexScale > 0 ? { ewma: orNothing(ewma, deviation).map(Math.sqrt) } : {}),
        ...(state.cusumIndexScale > 0 ? { cusum: orNothing(cusum, deviation).map(Math.sqrt) } : {}),
      },
    };
  },

  /** The indices of the tags, as shares of all; a tag's mean is what was expected of it. */
  explain(state, frame, row) {
    const from = Math.max(0, row - chartLookBack(memoryOf(state)));
    const until: Frame = {
      time: frame.time.subarray(from, row + 1),
      columns: frame.columns.filter(({ tag }) => !isChartColumn(tag)).map((c) => ({ ...c, values: c.values.subarray(from, row + 1) })),
    };
    const widened = chartColumns(memoryOf(state), until);
    const last: Frame = {
      time: widened.time.subarray(row - from),
      columns: widened.columns.map((c) => ({ ...c, values: c.values.subarray(row - from) })),
    };
    const indices = state.tags.map((tag, j) => {
      const { deviation, ewma, cusum } = largest(onlyTag(state, j, tag), last);
      return indexOf(state, deviation[0]!, ewma[0]!, cusum[0]!);
    });
    const sum = indices.reduce((a, b) => a + b, 0);
    return state.tags
      .map(
        (tag, j): Contribution => ({
          tag,
          share: sum > 0 ? indices[j]! / sum : 1 / indices.length,
          residual: columnOf(frame, tag).values[row]! - state.mean[j]!,
        }),
      )
      .sort((a, b) => b.share - a.share);
  },

  facts: ({ deviationScale, windowScale, tags }) => ({
    deviationScale: Math.sqrt(deviationScale),
    windows: windowScale.length / tags.length,
  }),

  serialize: (state) => ({ ...state }),

  deserialize: (saved) => ({
    tags: textsOf(saved, "tags"),
    mean: numbersOf(saved, "mean"),
    scale: numbersOf(saved, "scale"),
    deviationScale: numberOf(saved, "deviationScale"),
    ...(laterNames.every((name) => saved[name] === undefined) && saved.tags && saved.mean
      ? { intervalMs: 0, ewmaScale: new Float64Array(), windowScale: new Float64Array(), ewmaIndexScale: 0, cusumIndexScale: 0 }
      : {
          intervalMs: numberOf(saved, "intervalMs"),
          ewmaScale: numbersOf(saved, "ewmaScale"),
          windowScale: numbersOf(saved, "windowScale"),
          ewmaIndexScale: numberOf(saved, "ewmaIndexScale"),
          cusumIndexScale: numberOf(saved, "cusumIndexScale"),
        }),
  }),
};

/** A model that knows none of these was saved before the charts had a memory: it has Shewhart charts alone. */
const laterNames = ["intervalMs", "ewmaScale", "windowScale", "ewmaIndexScale", "cusumIndexScale"];

const memoryOf = ({ intervalMs, tags, windowScale, ewmaScale }: ControlChartsState): ChartMemory => ({
  intervalMs,
  windows: windowScale.length / tags.length,
  ewma: ewmaScale.length > 0,
});

const onlyTag = (state: ControlChartsState, j: number, tag: string): ControlChartsState => {
  const windows = state.windowScale.length / state.tags.length;
  return {
    ...state,
    tags: [tag],
    mean: state.mean.subarray(j, j + 1),
    scale: state.scale.subarray(j, j + 1),
    ewmaScale: state.ewmaScale.subarray(j, j + 1),
    windowScale: state.windowScale.subarray(j * windows, (j + 1) * windows),
  };
};

/** The largest of the three indices; a chart without a statement has none. */
function indexOf(state: ControlChartsState, deviation: number, ewma: number, cusum: number): number {
  let index = deviation / state.deviationScale;
  if (state.ewmaIndexScale > 0 && ewma / state.ewmaIndexScale > index) index = ewma / state.ewmaIndexScale;
  if (state.cusumIndexScale > 0 && cusum / state.cusumIndexScale > index) index = cusum / state.cusumIndexScale;
  return index;
}

/** A chart that says nothing yet says 0 in a row that has a score. */
const orNothing = (values: Float64Array, deviation: Float64Array): Float64Array =>
  values.map((value, i) => (Number.isNaN(deviation[i]!) ? Number.NaN : Math.max(0, value)));

/**
 * [rows] each: the largest square of the tags on each chart; −∞ where a chart has no full window yet.
 * Deviation: NaN where any tag is. @param frame with the columns of `chartColumns`, or without them: then the Shewhart charts speak alone.
 */
function largest(state: ControlChartsState, frame: Frame): { deviation: Float64Array; ewma: Float64Array; cusum: Float64Array } {
  const rows = frame.time.length;
  const deviation = new Float64Array(rows);
  const ewma = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  const cusum = new Float64Array(rows).fill(Number.NEGATIVE_INFINITY);
  const { windows, ewma: hasEwma } = memoryOf(state);
  for (const [j, tag] of state.tags.entries()) {
    const centre = state.mean[j]!;
    const scale = state.scale[j]!;
    const values = columnOf(frame, tag).values;
    for (let i = 0; i < rows; i++) deviation[i] = Math.max(deviation[i]!, ((values[i]! - centre) / scale) ** 2);
    const at = frame.columns.findIndex((c) => c.tag === tag) + 1;
    if (!isChartColumn(frame.columns[at]?.tag ?? "")) continue;
    for (let k = 0; k < windows; k++) {
      const window = frame.columns[at + k]!.values;
      // A window is worth as many independent rows as its mean varies less than a row does.
      const worth = Math.max(1, (scale / state.windowScale[j * windows + k]!) ** 2);
      for (let i = 0; i < rows; i++) {
        const sum = worth * Math.max(0, Math.abs(window[i]! - centre) / scale - allowance);
        if (sum * sum > cusum[i]!) cusum[i] = sum * sum;
      }
    }
    if (!hasEwma) continue;
    const faded = frame.columns[at + windows]!.values;
    const fadedScale = state.ewmaScale[j]!;
    for (let i = 0; i < rows; i++) {
      const square = ((faded[i]! - centre) / fadedScale) ** 2;
      if (square > ewma[i]!) ewma[i] = square;
    }
  }
  return { deviation, ewma, cusum };
}

/** Root of the mean squared distance, NaN passed over; 0 where nothing is known. */
function deviationFrom(centre: number, runs: readonly Float64Array[]): number {
  let sum = 0;
  let count = 0;
  for (const values of runs)
    for (let i = 0; i < values.length; i++) {
      const off = values[i]! - centre;
      if (Number.isNaN(off)) continue;
      sum += off * off;
      count++;
    }
  return count > 0 ? Math.sqrt(sum / count) : 0;
}
