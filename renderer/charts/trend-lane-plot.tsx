import { memo, useId, useMemo } from "react";
import { CartesianGrid, ComposedChart, usePlotArea, XAxis, YAxis } from "recharts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { curvePath, dotsPath, type PlotScale, xOf, yOf } from "./curve-path.ts";
import { numberTicks } from "./number-ticks.ts";
import { bandColor, seriesColor } from "./palette.ts";
import { rowsInView } from "./rows-in-view.ts";
import type { TimeTick } from "./time-ticks.ts";
import type { LimitLine, TrendBand, TrendLane, TrendSeries } from "./trend.ts";
import classes from "./trend-chart.module.css";
import { axisWidth, rightMargin, timeAxisHeight } from "./trend-chart.tsx";

interface Props {
  readonly lane: TrendLane;
  readonly colorFrom: number;
  readonly range: TimeRange;
  readonly domain: readonly [number, number];
  readonly bands: readonly TrendBand[];
  readonly ticks: readonly TimeTick[];
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly withTimeAxis: boolean;
}

/** One lane: Recharts draws axes and grid, the curves are one path each, because a component per point is too slow to pan. */
export const TrendLanePlot = memo(function TrendLanePlot(props: Props) {
  const { lane, range, domain, ticks, width, height, top, withTimeAxis } = props;
  const plotHeight = height - top - (withTimeAxis ? timeAxisHeight : 0);
  const valueTicks = useMemo(() => numberTicks(domain[0], domain[1], Math.max(2, Math.floor(plotHeight / 26))), [domain, plotHeight]);
  const byTime = useMemo(() => new Map(ticks.map((tick) => [tick.at, tick])), [ticks]);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[{ at: range.from }, { at: range.to }]}
      margin={{ top, right: rightMargin, bottom: withTimeAxis ? 0 : 1, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--chart-grid)" verticalValues={ticks.map((tick) => tick.at)} horizontalValues={valueTicks} />
      <XAxis
        dataKey="at"
        type="number"
        domain={[range.from, range.to]}
        allowDataOverflow
        ticks={ticks.map((tick) => tick.at)}
        interval={0}
        height={withTimeAxis ? timeAxisHeight : 1}
        stroke="var(--chart-axis)"
        tick={withTimeAxis ? <TimeLabel ticks={byTime} /> : false}
        tickLine={withTimeAxis}
      />
      <YAxis
        type="number"
        width={axisWidth}
        domain={[domain[0], domain[1]]}
        allowDataOverflow
        ticks={valueTicks}
        interval={0}
        stroke="var(--chart-axis)"
        tick={{ className: classes.tick ?? "" }}
        tickFormatter={(value: number) => formatNumber(value, { significant: 6 })}
        tickSize={4}
      />
      <Drawing {...props} />
      <UnitLabel unit={lane.unit} />
    </ComposedChart>
  );
});

function TimeLabel({
  ticks,
  x = 0,
  y = 0,
  payload,
}: {
  ticks: ReadonlyMap<number, TimeTick>;
  x?: number;
  y?: number;
  payload?: { value: number };
}) {
  const tick = payload && ticks.get(payload.value);
  if (!tick) return null;
  return (
    <text x={x} y={y} className={classes.tick} textAnchor="middle">
      <tspan x={x} dy="0.7em">
        {tick.label}
      </tspan>
      {tick.context && (
        <tspan x={x} dy="1.15em">
          {tick.context}
        </tspan>
      )}
    </text>
  );
}

function UnitLabel({ unit }: { unit: string }) {
  const plot = usePlotArea();
  if (!plot || unit === "") return null;
  return (
    <text x={axisWidth - 6} y={plot.y - 7} className={classes.tick} textAnchor="end">
      {printUnit(unit)}
    </text>
  );
}

function Drawing({ lane, colorFrom, range, domain, bands }: Props) {
  const plot = usePlotArea();
  if (!plot || plot.width <= 0 || plot.height <= 0) return null;
  const scale: PlotScale = { from: range.from, to: range.to, low: domain[0], high: domain[1], width: plot.width, height: plot.height };
  return (
    <svg x={plot.x} y={plot.y} width={plot.width} height={plot.height} overflow="hidden" aria-hidden>
      <Bands bands={bands} scale={scale} />
      {lane.series.map((series, at) => (
        <Curve key={series.id} series={series} scale={scale} color={seriesColor(series.color, colorFrom + at)} />
      ))}
      {lane.limits?.map((limit) => (
        <Limit key={limit.label} limit={limit} scale={scale} />
      ))}
    </svg>
  );
}

/** All bands of one tone as one path: a component per band halves the frame rate. */
function Bands({ bands, scale }: { bands: readonly TrendBand[]; scale: PlotScale }) {
  const tones = [...new Set(bands.map((band) => band.tone))];
  return tones.map((tone) => (
    <path
      key={tone}
      d={bands
        .filter((band) => band.tone === tone && band.to >= scale.from && band.from <= scale.to)
        .map((band) => bandPath(band, scale))
        .join("")}
      fill={bandColor(tone)}
      fillOpacity={tone === "selected" ? 0.28 : 0.15}
    />
  ));
}

function bandPath(band: TrendBand, scale: PlotScale): string {
  const from = Math.max(-1, xOf(scale, band.from));
  // A short episode in a long view is still seen.
  const to = Math.max(Math.min(scale.width + 1, xOf(scale, band.to)), from + 2);
  return `M${from.toFixed(1)},0H${to.toFixed(1)}V${scale.height}H${from.toFixed(1)}Z`;
}

/** Samples farther apart than this are marked as points, pixels. */
const sparse = 14;

function Curve({ series, scale, color }: { series: TrendSeries; scale: PlotScale; color: string }) {
  const look = series.look ?? "line";
  const path = curvePath(series, scale);
  if (look === "area" || look === "bars")
    return <path d={path} fill={color} fillOpacity={look === "area" ? 0.2 : 0.75} data-series={series.id} />;
  if (look === "dots") return <path d={path} stroke={color} strokeWidth={5} strokeLinecap="round" fill="none" data-series={series.id} />;
  const [start, end] = rowsInView(series.time, scale.from, scale.to);
  return (
    <>
      <path
        d={path}
        fill="none"
        stroke={color}
        strokeWidth={1.4}
        strokeLinecap="round"
        strokeLinejoin="round"
        {...(series.dashed ? { strokeDasharray: "5 4" } : {})}
        data-series={series.id}
      />
      {(end - start) * sparse < scale.width && (
        <path d={dotsPath(series, scale)} stroke={color} strokeWidth={4.5} strokeLinecap="round" fill="none" />
      )}
    </>
  );
}

function Limit({ limit, scale }: { limit: LimitLine; scale: PlotScale }) {
  const id = useId();
  const y = yOf(scale, limit.value);
  const color = limit.tone === "soft" ? "var(--series-soft)" : "var(--series-bad)";
  return (
    <g id={id}>
      <line x1={0} x2={scale.width} y1={y} y2={y} stroke={color} strokeWidth={1.3} strokeDasharray="7 4" />
      <text x={scale.width - 4} y={y > 16 ? y - 4 : y + 12} textAnchor="end" fill={color} fontSize={11}>
        {limit.label}
      </text>
    </g>
  );
}
