import { z } from "zod";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { covariance } from "../signal/covariance.ts";
import { interval } from "../signal/interval.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { type ChartMemory, chartColumns, chartLookBack, isChartColumn, remembered, shapeColumn } from "./control-charts-memory.ts";
import { learnShapes, noShapes } from "./control-charts-shape.ts";
import type { Contribution, ModelFamily } from "./family.ts";
import { joined } from "./joined.ts";
import { numberOf, numbersOf, textsOf } from "./saved.ts";
import { trainingSufficiency } from "./training-sufficiency.ts";

const ControlChartsParams = z.object({
  /** How often the window of the CUSUM is doubled, beginning with the trailing mean; 0 leaves the Shewhart charts alone. */
  memory: z.int().min(0).max(6).default(5),
  /** Whether the shape of a cycle is compared with the shapes of the reference, where a log has one tag and that is cyclic. */
  shape: z.boolean().default(true),
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
  /** Rows of the shape that is compared, 0 where the tag is not cyclic or not alone; a stretch of the reference; its usual squared distance. */
  readonly shapeWindow: number;
  readonly shapeStretch: Float64Array;
  readonly shapeScale: number;
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
 * A log with a single tag that is cyclic has a fourth chart: how far the shape of its last half cycle is from the nearest shape of the reference (discords of the matrix
 * profile; see `matrixProfile`).
 *
 * The index of a chart is its largest square over that square's 99 % quantile; score = index / (1 + index) of the largest of them. Limits come from the alert
 * budget, where textbooks take them from the run length.
 */
export const controlCharts: ModelFamily<ControlChartsParams, ControlChartsState> = {
  id: "control-charts",
  kind: "anomaly",
  params: ControlChartsParams,
  alternatives: [{ memory: 0 }, { memory: 6 }, { shape: false }],

  sufficiency: (train) => trainingSufficiency(train),

  fit(train: readonly Frame[], { memory, shape }: ControlChartsParams, run: Run): ControlChartsState {
    const { tags, columns } = joined(train);
    const rows = completeRows(columns);
    run.tick(0, 3, "scales");
    const { mean, covariance: cov } = covariance(columns, rows);
    const scale = Float64Array.from(tags, (_, j) => Math.sqrt(cov[j * tags.length + j]!) || 1);
    const intervals = train.map(({ time }) => interval(time)).filter((ms) => !Number.isNaN(ms));
    const intervalMs = intervals.length > 0 ? Math.min(...intervals) : Number.POSITIVE_INFINITY;
    run.tick(1, 3, "scales");
    const { windows, ewma } = remembered(rows.length, memory);
    const shapes = shape && tags.length === 1 ? learnShapes(train.map((frame) => frame.columns[0]!.values)) : noShapes;
    const charts: ChartMemory = { intervalMs, windows, ewma, shapes: noShapes };
    const windowScale = new Float64Array(tags.length * windows);
    const ewmaScale = new Float64Array(ewma ? tags.length : 0);
    for (const j of tags.keys()) {
      const some = train.map((frame) => chartColumns(charts, { ...frame, columns: [frame.columns[j]!] }).columns.slice(1));
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
    const bare = {
      tags,
      mean,
      scale,
      intervalMs,
      ewmaScale,
      windowScale,
      deviationScale: 1,
      ewmaIndexScale: 1,
      cusumIndexScale: 1,
      ...noShape,
    };
    const squares = train.map((frame) => largest(bare, chartColumns(charts, frame)));
    run.tick(3, 3, "scales");
    const quantile = (of: "deviation" | "ewma" | "cusum") => {
      const known = sorted(Float64Array.from(squares.flatMap((s) => [...s[of]].filter(Number.isFinite))));
      return known.length === 0 ? 0 : Math.max(sortedQuantile(known, scaleShare), of === "cusum" ? 1 : leastScale);
    };
    return {
      ...bare,
      deviationScale: quantile("deviation"),
      ewmaIndexScale: quantile("ewma"),
      cusumIndexScale: quantile("cusum"),
      shapeWindow: shapes.window,
      shapeStretch: shapes.stretch,
      shapeScale: shapes.scale,
    };
  },

  lookBack: {
    rows: (state) => chartLookBack(memoryOf(state)),
    widen: (state, frame) => chartColumns(memoryOf(state), frame),
  },

  score(state, frame) {
    const { deviation, ewma, cusum } = largest(state, frame);
    const distance = frame.columns.find(({ tag }) => tag === shapeColumn)?.values;
    return {
      kind: "anomaly",
      score: deviation.map((square, i) => {
        const level = indexOf(state, square, ewma[i]!, cusum[i]!);
        const shape = distance && !Number.isNaN(square) ? distance[i]! ** 2 / state.shapeScale : 0;
        const index = shape > level ? shape : level;
        return index === Number.POSITIVE_INFINITY ? 1 : index / (1 + index);
      }),
      statistics: {
        deviation: deviation.map(Math.sqrt),
        ...(state.ewmaIndexScale > 0 ? { ewma: orNothing(ewma, deviation).map(Math.sqrt) } : {}),
        ...(state.cusumIndexScale > 0 ? { cusum: orNothing(cusum, deviation).map(Math.sqrt) } : {}),
        ...(distance ? { shape: orNothing(distance, deviation) } : {}),
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
    // One tag alone has a shape, and then all of the share.
    const widened = chartColumns({ ...memoryOf(state), shapes: noShapes }, until);
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

  facts: ({ deviationScale, windowScale, tags, shapeWindow }) => ({
    deviationScale: Math.sqrt(deviationScale),
    windows: windowScale.length / tags.length,
    ...(shapeWindow > 0 ? { shapeWindow } : {}),
  }),

  serialize: (state) => ({ ...state }),

  deserialize: (saved) => ({
    tags: textsOf(saved, "tags"),
    mean: numbersOf(saved, "mean"),
    scale: numbersOf(saved, "scale"),
    deviationScale: numberOf(saved, "deviationScale"),
    ...(laterNames.every((name) => saved[name] === undefined) && saved.tags && saved.mean
      ? { intervalMs: 0, ewmaScale: new Float64Array(), windowScale: new Float64Array(), ewmaIndexScale: 0, cusumIndexScale: 0, ...noShape }
      : {
          intervalMs: numberOf(saved, "intervalMs"),
          ewmaScale: numbersOf(saved, "ewmaScale"),
          windowScale: numbersOf(saved, "windowScale"),
          ewmaIndexScale: numberOf(saved, "ewmaIndexScale"),
          cusumIndexScale: numberOf(saved, "cusumIndexScale"),
          shapeWindow: numberOf(saved, "shapeWindow"),
          shapeStretch: numbersOf(saved, "shapeStretch"),
          shapeScale: numberOf(saved, "shapeScale"),
        }),
  }),
};

/** A model that knows none of these was saved before the charts had a memory: it has Shewhart charts alone. */
const laterNames = [
  "intervalMs",
  "ewmaScale",
  "windowScale",
  "ewmaIndexScale",
  "cusumIndexScale",
  "shapeWindow",
  "shapeStretch",
  "shapeScale",
];

const noShape = { shapeWindow: 0, shapeStretch: new Float64Array(), shapeScale: 0 };

const memoryOf = ({
  intervalMs,
  tags,
  windowScale,
  ewmaScale,
  shapeWindow,
  shapeStretch,
  shapeScale,
}: ControlChartsState): ChartMemory => ({
  intervalMs,
  shapes: { window: shapeWindow, stretch: shapeStretch, scale: shapeScale },
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
  values.map((value, i) => (Number.isNaN(deviation[i]!) ? Number.NaN : value > 0 ? value : 0));

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
