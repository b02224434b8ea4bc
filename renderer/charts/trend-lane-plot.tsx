import { memo, useMemo } from "react";
import { CartesianGrid, ComposedChart, XAxis, YAxis } from "recharts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { MovingPicture } from "./moving-picture.tsx";
import { numberTicks } from "./number-ticks.ts";
import type { TimeTick } from "./time-ticks.ts";
import type { LimitLine, TrendBand, TrendLane } from "./trend.ts";
import classes from "./trend-chart.module.css";
import { axisWidth, rightMargin } from "./trend-measures.ts";

interface Props {
  readonly lane: TrendLane;
  readonly colorFrom: number;
  readonly range: TimeRange;
  readonly domain: readonly [number, number];
  readonly bands: readonly TrendBand[];
  readonly ticks: readonly TimeTick[];
  readonly moving: boolean;
  /** Of the plot alone, pixels. */
  readonly width: number;
  readonly height: number;
  /** Kept free above the plot, pixels. */
  readonly top: number;
}

/** One lane: value axis and grid by Recharts, drawn when they change; over them the layer that moves with time. */
export function TrendLanePlot({ lane, colorFrom, range, domain, bands, ticks, moving, width, height, top }: Props) {
  const [low, high] = domain;
  const x = (at: number): number => ((at - range.from) / (range.to - range.from)) * width;
  const y = (value: number): number => height - ((value - low) / (high - low)) * height;
  return (
    <>
      <ValueAxis width={width} height={height} top={top} low={low} high={high} />
      {lane.unit !== "" && (
        <span className={classes.unit} style={{ width: axisWidth - 8, height: top }}>
          {printUnit(lane.unit)}
        </span>
      )}
      <div className={classes.plot} style={{ left: axisWidth, top, width, height }}>
        <svg className={classes.layer} width={width} height={height} aria-hidden>
          <path d={ticks.map((tick) => `M${x(tick.at).toFixed(1)},0V${height}`).join("")} stroke="var(--chart-grid)" />
        </svg>
        <MovingPicture {...{ lane, colorFrom, bands, range, domain, moving, width, height }} />
        {lane.limits && lane.limits.length > 0 && (
          <svg className={classes.layer} width={width} height={height} aria-hidden>
            {lane.limits.map((limit) => (
              <Limit key={limit.label} limit={limit} y={y(limit.value)} width={width} />
            ))}
          </svg>
        )}
      </div>
    </>
  );
}

interface AxisProps {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly low: number;
  readonly high: number;
}

// A chart of no points has no axes.
const corners = [{ at: 0 }, { at: 1 }];

const ValueAxis = memo(function ValueAxis({ width, height, top, low, high }: AxisProps) {
  const ticks = useMemo(() => numberTicks(low, high, Math.max(2, Math.floor(height / 26))), [low, high, height]);
  return (
    <ComposedChart
      width={axisWidth + width + rightMargin}
      height={top + height + 1}
      data={corners}
      margin={{ top, right: rightMargin, bottom: 0, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--chart-grid)" vertical={false} horizontalValues={ticks} />
      <XAxis dataKey="at" type="number" domain={[0, 1]} height={1} tick={false} tickLine={false} stroke="var(--chart-axis)" />
      <YAxis
        type="number"
        width={axisWidth}
        domain={[low, high]}
        allowDataOverflow
        ticks={ticks}
        interval={0}
        stroke="var(--chart-axis)"
        tick={{ className: classes.tick ?? "" }}
        tickFormatter={(value: number) => formatNumber(value, { significant: 6 })}
        tickSize={4}
      />
    </ComposedChart>
  );
});

function Limit({ limit, y, width }: { limit: LimitLine; y: number; width: number }) {
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
