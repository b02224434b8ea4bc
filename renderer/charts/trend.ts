import type { EnvelopeSeries } from "#shared/domain/envelope.ts";

/** One curve over time. Rows of NaN are gaps: the curve breaks there. */
export interface TrendSeries {
  /** Unique within the chart. */
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  /** [rows] ms UTC, ascending. */
  readonly time: Float64Array;
  /** [rows] the lowest, highest, first and last value from this time up to the next; the four are equal for plain samples. */
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** `line`; `area`: min to max filled, such as expected ± sigma; `bars`: from zero, as wide as the step between rows; `dots`. */
  readonly look?: "line" | "area" | "bars" | "dots";
  /** 0 … 7: place in the palette; by order in the chart when left out. `soft` is a quiet grey, `bad` and `good` carry a meaning. */
  readonly color?: number | "soft" | "bad" | "good";
  readonly dashed?: boolean;
}

/** A horizontal line with a name: a limit, a target. */
export interface LimitLine {
  readonly value: number;
  readonly label: string;
  readonly tone?: "bad" | "soft";
}

/** A plot with a value axis of its own. Lanes stand above one another on one time axis. */
export interface TrendLane {
  readonly id: string;
  /** Unit of the value axis, as text. */
  readonly unit: string;
  readonly series: readonly TrendSeries[];
  readonly limits?: readonly LimitLine[];
  /** Fixed ends of the value axis; from what is visible when left out. */
  readonly domain?: readonly [number, number];
  /** Share of the height among the lanes; 1 when left out. */
  readonly weight?: number;
}

/** Regimes are quiet, with a strip at the foot of the lane, so that what warns and vouches stands out. */
export type RegimeTone = `regime-${0 | 1 | 2 | 3 | 4 | 5 | "none"}`;

/** A marked stretch of time behind the curves. */
export interface TrendBand {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  /** `episode` and `bad` warn, `reference` and `good` vouch, `selected` is what the person looks at, `soft` is left out. */
  readonly tone: "reference" | "episode" | "good" | "bad" | "selected" | "soft" | RegimeTone;
  readonly label?: string;
}

/** Regimes are looked at, not clicked. */
export const isRegime = ({ tone }: TrendBand): boolean => tone.startsWith("regime-");

/** A tag as the engine answered it, ready to draw. */
export const envelopeTrend = (series: EnvelopeSeries, rest: Partial<TrendSeries> = {}): TrendSeries => ({
  id: series.tag,
  label: series.tag,
  unit: series.unit,
  time: series.time,
  min: series.min,
  max: series.max,
  first: series.first,
  last: series.last,
  ...rest,
});

/** Plain samples, ready to draw. */
export const plainTrend = (
  named: { readonly id: string; readonly label: string; readonly unit: string },
  time: Float64Array,
  values: Float64Array,
  rest: Partial<TrendSeries> = {},
): TrendSeries => ({ ...named, time, min: values, max: values, first: values, last: values, ...rest });
