import { useElementSize } from "@mantine/hooks";
import { useEffect, useMemo, useRef, useState } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { createCursor } from "./cursor.ts";
import type { RangeMove } from "./range-moves.ts";
import { TimeAxis } from "./time-axis.tsx";
import { timeTicks } from "./time-ticks.ts";
import type { TrendBand, TrendLane } from "./trend.ts";
import classes from "./trend-chart.module.css";
import { TrendLanePlot } from "./trend-lane-plot.tsx";
import { TrendLegend } from "./trend-legend.tsx";
import { axisWidth, legendHeight, rightMargin, timeAxisHeight } from "./trend-measures.ts";
import { type Drag, TrendOverlay } from "./trend-overlay.tsx";
import { valueDomain } from "./value-domain.ts";

export interface TrendChartProps {
  readonly lanes: readonly TrendLane[];
  /** The time that is visible. */
  readonly range: TimeRange;
  /** Asked for another visible time by wheel, drag or key. Without it the chart stands still. */
  readonly onRange?: (range: TimeRange, move: RangeMove) => void;
  /** The time that can be panned over; the Home key shows all of it. */
  readonly extent?: TimeRange;
  /** What a plain drag does; with Shift it pans. `select` calls `onSelect` with the time dragged over. */
  readonly drag?: Drag;
  readonly onSelect?: (range: TimeRange) => void;
  readonly bands?: readonly TrendBand[];
  /** A band was clicked; the last of those under the pointer. */
  readonly onBand?: (id: string) => void;
  /** Pixels, of all lanes and the time axis together. */
  readonly height: number;
  /** Zone the time axis is written in. */
  readonly zone?: string;
  /** What the chart shows, for a screen reader. */
  readonly label: string;
  /** Names and readings above each lane; on unless said otherwise. */
  readonly legend?: boolean;
  /** Called with the width of the plot in pixels, when it changes: what an envelope should be asked for. */
  readonly onWidth?: (pixels: number) => void;
}

/**
 * Curves over one time axis, in lanes above one another. Knows numbers and times only. Wheel zooms about the pointer, drag
 * zooms to what it covers, Shift and drag pans; with the keyboard arrows pan, plus and minus zoom, Home shows all.
 */
export function TrendChart({ lanes, range, height, bands = [], legend = true, zone = "UTC", drag = "zoom", ...props }: TrendChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const cursor = useMemo(createCursor, []);
  const [moving, setMoving] = useState(false);
  const plotWidth = Math.max(0, Math.round(width) - axisWidth - rightMargin);
  const { onWidth, ...hand } = props;
  useEffect(() => {
    if (plotWidth > 0) onWidth?.(plotWidth);
  }, [plotWidth, onWidth]);
  const ticks = useMemo(() => timeTicks(range.from, range.to, Math.max(1, Math.floor(plotWidth / 84)), zone), [range, plotWidth, zone]);
  const heights = laneHeights(lanes, height - timeAxisHeight);
  const domains = useSteadyDomains(lanes, range, moving);
  const top = legend ? legendHeight : 6;
  let place = 0;
  return (
    <div ref={ref} className={classes.chart} style={{ height }}>
      {plotWidth > 0 &&
        lanes.map((lane, at) => {
          const colorFrom = place;
          place += lane.series.length;
          return (
            <div key={lane.id} className={classes.lane} data-lane={lane.id}>
              {legend && <TrendLegend lane={lane} colorFrom={colorFrom} cursor={cursor} width={plotWidth} />}
              <TrendLanePlot
                lane={lane}
                colorFrom={colorFrom}
                range={range}
                domain={domains[at]!}
                bands={bands}
                ticks={ticks}
                moving={moving}
                width={plotWidth}
                height={Math.max(10, heights[at]! - top - 1)}
                top={top}
              />
            </div>
          );
        })}
      {plotWidth > 0 && (
        <TimeAxis ticks={ticks} x={(at) => ((at - range.from) / (range.to - range.from)) * plotWidth} left={axisWidth} width={plotWidth} />
      )}
      {plotWidth > 0 && (
        <TrendOverlay
          range={range}
          bands={bands}
          cursor={cursor}
          drag={drag}
          zone={zone}
          width={plotWidth}
          height={height - timeAxisHeight}
          onMoving={setMoving}
          {...hand}
        />
      )}
    </div>
  );
}

function laneHeights(lanes: readonly TrendLane[], height: number): number[] {
  const total = lanes.reduce((sum, lane) => sum + (lane.weight ?? 1), 0);
  return lanes.map((lane) => Math.floor((height * (lane.weight ?? 1)) / total));
}

/** While a hand pans or zooms, the value axes stand still, so that the curves slide instead of breathing. */
function useSteadyDomains(lanes: readonly TrendLane[], range: TimeRange, moving: boolean): readonly (readonly [number, number])[] {
  const held = useRef<readonly (readonly [number, number])[]>([]);
  if (!moving || held.current.length !== lanes.length) held.current = lanes.map((lane) => valueDomain(lane, range));
  return held.current;
}
