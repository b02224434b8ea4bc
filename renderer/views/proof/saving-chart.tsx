import { useMemo, useState } from "react";
import type { WeeklySavings } from "#shared/domain/measure.ts";
import type { AvoidedEnergy } from "#shared/domain/proof.ts";
import { useSay } from "../../app/language.tsx";
import { plainTrend, type TrendLane, type TrendSeries } from "../../charts/trend.ts";
import { TrendChart } from "../../charts/trend-chart.tsx";

const week = 7 * 86_400_000;

/** Avoided energy of every week with its own band, and added up with the band of the sum. */
export function SavingChart({ saving, weekly }: { readonly saving: AvoidedEnergy; readonly weekly: WeeklySavings }) {
  const say = useSay();
  const { unit, cumulative } = saving;
  const extent = useMemo(() => {
    const ends = saving.plan.period.ranges.flatMap(({ from, to }) => [from, to]);
    return {
      from: Math.min(...ends, weekly.time[0] ?? Number.POSITIVE_INFINITY),
      to: Math.max(...ends, (weekly.time.at(-1) ?? Number.NEGATIVE_INFINITY) + week),
    };
  }, [saving, weekly]);
  const [range, setRange] = useState(extent);
  const lanes = useMemo((): TrendLane[] => {
    const zero = [{ value: 0, label: "", tone: "soft" as const }];
    // A week without readings has no bar; the bar of the last one ends where a next would begin.
    const ended = (values: Float64Array): Float64Array => Float64Array.from([...values, Number.NaN]);
    const mondays = Float64Array.from([...weekly.time, (weekly.time.at(-1) ?? 0) + week]);
    const summed = Float64Array.from(cumulative.time);
    return [
      {
        id: "weekly",
        unit,
        limits: zero,
        series: [
          plainTrend({ id: "weekly", label: say("proof-view.weekly"), unit }, mondays, ended(weekly.avoided), { look: "bars", color: 0 }),
          weekBands(say("proof-view.weekly.band"), unit, weekly),
        ],
      },
      {
        id: "cusum",
        unit,
        limits: zero,
        series: [
          band(
            "cusum-band",
            say("proof-view.cusum.band"),
            unit,
            summed,
            Float64Array.from(cumulative.low),
            Float64Array.from(cumulative.high),
          ),
          plainTrend({ id: "cusum", label: say("proof-view.cusum"), unit }, summed, Float64Array.from(cumulative.avoided), { color: 3 }),
        ],
      },
    ];
  }, [say, unit, cumulative, weekly]);
  return <TrendChart label={say("proof-view.chart.result")} lanes={lanes} range={range} onRange={setRange} extent={extent} height={320} />;
}

const band = (id: string, label: string, unit: string, time: Float64Array, low: Float64Array, high: Float64Array): TrendSeries => ({
  id,
  label,
  unit,
  time,
  min: low,
  max: high,
  first: low,
  last: high,
  look: "area",
  color: "soft",
});

/** A band of its own over the middle of every week: weeks do not run into each other. */
function weekBands(label: string, unit: string, { time, low, high }: WeeklySavings): TrendSeries {
  const edges = [0.3, 0.7, 0.71];
  const at = Float64Array.from([...time].flatMap((monday) => edges.map((share) => monday + share * week)));
  const spread = (values: Float64Array): Float64Array => Float64Array.from([...values].flatMap((value) => [value, value, Number.NaN]));
  return band("weekly-band", label, unit, at, spread(low), spread(high));
}
