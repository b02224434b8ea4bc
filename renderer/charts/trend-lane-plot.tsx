import { memo, useMemo } from "react";
import { CartesianGrid, ComposedChart, XAxis, YAxis } from "recharts";
import { formatNumber } from "#shared/units/format-number.ts";
import { LaneDrawing } from "./lane-drawing.tsx";
import { type LanePicture, LanePictureContext } from "./lane-picture.ts";
import { numberTicks } from "./number-ticks.ts";
import classes from "./trend-chart.module.css";
import { axisWidth, rightMargin, timeAxisHeight } from "./trend-measures.ts";

interface Props extends LanePicture {
  readonly width: number;
  readonly height: number;
  readonly top: number;
}

/** One lane: Recharts makes the value axis and its grid; curves, bands and the time axis move inside it as a few paths. */
export function TrendLanePlot({ width, height, top, ...picture }: Props) {
  const { domain, withTimeAxis } = picture;
  return (
    <LanePictureContext value={picture}>
      <LaneFrame width={width} height={height} top={top} low={domain[0]} high={domain[1]} withTimeAxis={withTimeAxis} />
    </LanePictureContext>
  );
}

interface FrameProps {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly low: number;
  readonly high: number;
  readonly withTimeAxis: boolean;
}

// A chart of no points has no axes.
const corners = [{ at: 0 }, { at: 1 }];

const LaneFrame = memo(function LaneFrame({ width, height, top, low, high, withTimeAxis }: FrameProps) {
  const below = withTimeAxis ? timeAxisHeight : 1;
  const ticks = useMemo(
    () => numberTicks(low, high, Math.max(2, Math.floor((height - top - below) / 26))),
    [low, high, height, top, below],
  );
  return (
    <ComposedChart
      width={width}
      height={height}
      data={corners}
      margin={{ top, right: rightMargin, bottom: below, left: 0 }}
      accessibilityLayer={false}
    >
      <CartesianGrid stroke="var(--chart-grid)" vertical={false} horizontalValues={ticks} />
      <XAxis dataKey="at" type="number" domain={[0, 1]} hide />
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
      <LaneDrawing />
    </ComposedChart>
  );
});
