import { useMemo } from "react";
import { usePlotArea } from "recharts";
import { printUnit } from "#shared/units/print-unit.ts";
import { curvePath, dotsPath, type PlotScale, xOf, yOf } from "./curve-path.ts";
import { useLanePicture } from "./lane-picture.ts";
import { bandColor, seriesColor } from "./palette.ts";
import { rowsInView } from "./rows-in-view.ts";
import type { TimeTick } from "./time-ticks.ts";
import type { LimitLine, TrendBand, TrendSeries } from "./trend.ts";
import classes from "./trend-chart.module.css";
import { axisWidth } from "./trend-measures.ts";

/** What is inside a lane's frame: time grid, bands, curves, limits, and under the last lane the time axis. */
export function LaneDrawing() {
  const plot = usePlotArea();
  const { lane, colorFrom, range, domain, bands, ticks, withTimeAxis } = useLanePicture();
  if (!plot || plot.width <= 0 || plot.height <= 0) return null;
  const { width, height } = plot;
  const scale: PlotScale = { from: range.from, pixelsPerMs: width / (range.to - range.from), low: domain[0], high: domain[1], height };
  const seen = bands.filter((band) => band.to >= range.from && band.from <= range.to);
  const tones = [...new Set(seen.map((band) => band.tone))];
  return (
    <>
      {lane.unit !== "" && (
        <text x={axisWidth - 6} y={plot.y - 7} className={classes.tick} textAnchor="end">
          {printUnit(lane.unit)}
        </text>
      )}
      <svg x={plot.x} y={plot.y} width={width} height={height} overflow="hidden" aria-hidden>
        <path d={ticks.map((tick) => `M${xOf(scale, tick.at).toFixed(1)},0V${height}`).join("")} stroke="var(--chart-grid)" />
        {/* All bands of one tone are one path: a component per band halves the frame rate. */}
        {tones.map((tone) => (
          <path
            key={tone}
            data-bands={tone}
            d={seen
              .filter((band) => band.tone === tone)
              .map((band) => bandPath(band, scale, width))
              .join("")}
            fill={bandColor(tone)}
            fillOpacity={tone === "selected" ? 0.28 : 0.15}
          />
        ))}
        {lane.series.map((series, at) => (
          <Curve key={series.id} series={series} scale={scale} width={width} color={seriesColor(series.color, colorFrom + at)} />
        ))}
        {lane.limits?.map((limit) => (
          <Limit key={limit.label} limit={limit} scale={scale} width={width} />
        ))}
      </svg>
      <TimeAxis ticks={withTimeAxis ? ticks : []} scale={scale} x={plot.x} y={plot.y + height} width={width} />
    </>
  );
}

function TimeAxis({ ticks, scale, x, y, width }: { ticks: readonly TimeTick[]; scale: PlotScale; x: number; y: number; width: number }) {
  const places = ticks.map((tick) => x + xOf(scale, tick.at));
  return (
    <g>
      <path d={`M${x},${y}h${width}${places.map((place) => `M${place.toFixed(1)},${y}v4`).join("")}`} stroke="var(--chart-axis)" />
      {ticks.map((tick, at) => (
        <text key={tick.at} x={places[at]} y={y} className={classes.tick} textAnchor="middle">
          <tspan x={places[at]} dy="1.5em">
            {tick.label}
          </tspan>
          {tick.context && (
            <tspan x={places[at]} dy="1.15em">
              {tick.context}
            </tspan>
          )}
        </text>
      ))}
    </g>
  );
}

function bandPath(band: TrendBand, scale: PlotScale, width: number): string {
  const from = Math.max(-1, xOf(scale, band.from));
  // A short episode in a long view is still seen.
  const to = Math.max(Math.min(width + 1, xOf(scale, band.to)), from + 2);
  return `M${from.toFixed(1)},0H${to.toFixed(1)}V${scale.height}H${from.toFixed(1)}Z`;
}

/** Samples farther apart than this are marked as points, pixels. */
const sparse = 14;

interface CurveProps {
  readonly series: TrendSeries;
  readonly scale: PlotScale;
  readonly width: number;
  readonly color: string;
}

/** A curve is drawn once for a stretch of three widths and then only moved: a pan costs no new path. */
function Curve({ series, scale, width, color }: CurveProps) {
  const { from, low, high, height } = scale;
  // Nine digits: adding and subtracting times leaves dust in the last ones, and dust would make a new path of every frame.
  const pixelsPerMs = Number(scale.pixelsPerMs.toPrecision(9));
  const span = width / pixelsPerMs;
  const stretch = (Math.floor(from / span) - 1) * span;
  const drawn = useMemo(() => {
    const fixed: PlotScale = { from: stretch, pixelsPerMs, low, high, height };
    const rows = rowsInView(series.time, stretch, stretch + (4 * width) / pixelsPerMs);
    const isSparse = (rows[1] - rows[0]) * sparse < 4 * width;
    return {
      path: curvePath(series, fixed, rows),
      dots: isSparse && (series.look ?? "line") === "line" ? dotsPath(series, fixed, rows) : "",
    };
  }, [series, stretch, pixelsPerMs, low, high, height, width]);
  const place = `translate(${((stretch - from) * pixelsPerMs).toFixed(1)},0)`;
  const common = { d: drawn.path, transform: place, "data-series": series.id };
  switch (series.look) {
    case "area":
    case "bars":
      return <path {...common} fill={color} fillOpacity={series.look === "area" ? 0.2 : 0.75} />;
    case "dots":
      return <path {...common} stroke={color} strokeWidth={5} strokeLinecap="round" fill="none" />;
    default:
      return (
        <>
          <path
            {...common}
            fill="none"
            stroke={color}
            strokeWidth={1.4}
            strokeLinecap="round"
            strokeLinejoin="bevel"
            {...(series.dashed ? { strokeDasharray: "5 4" } : {})}
          />
          {drawn.dots && <path d={drawn.dots} transform={place} stroke={color} strokeWidth={4.5} strokeLinecap="round" fill="none" />}
        </>
      );
  }
}

function Limit({ limit, scale, width }: { limit: LimitLine; scale: PlotScale; width: number }) {
  const y = yOf(scale, limit.value);
  const color = limit.tone === "soft" ? "var(--series-soft)" : "var(--series-bad)";
  return (
    <g>
      <line x1={0} x2={width} y1={y} y2={y} stroke={color} strokeWidth={1.3} strokeDasharray="7 4" />
      <text x={width - 4} y={y > 16 ? y - 4 : y + 12} textAnchor="end" fill={color} fontSize={11}>
        {limit.label}
      </text>
    </g>
  );
}
