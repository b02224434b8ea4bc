import { useElementSize } from "@mantine/hooks";
import type { TimeRange } from "#shared/domain/time-range.ts";
import classes from "./interval-lanes.module.css";
import { bandColor } from "./palette.ts";
import type { TrendBand } from "./trend.ts";
import { axisWidth, rightMargin } from "./trend-measures.ts";

export interface IntervalLane {
  readonly id: string;
  /** The mark before the lane, as a CSS colour. */
  readonly color: string;
  /** What the lane holds, for a screen reader. */
  readonly label: string;
  readonly intervals: readonly TrendBand[];
}

const laneHeight = 20;
const thinnest = 2.5; // pixels: an interval of one row is to be seen

/** Stretches of time in lanes; stands exactly below the lanes of a trend chart. */
export function IntervalLanes({ lanes, range }: { readonly lanes: readonly IntervalLane[]; readonly range: TimeRange }) {
  const { ref, width } = useElementSize();
  const inner = Math.max(0, width - axisWidth - rightMargin);
  const x = (at: number): number => ((at - range.from) / (range.to - range.from)) * inner;
  return (
    <div ref={ref} className={classes.lanes}>
      {lanes.map((lane) => (
        <div key={lane.id} className={classes.lane}>
          <span className={classes.mark} style={{ width: axisWidth }} aria-hidden>
            <span style={{ background: lane.color }} />
          </span>
          {inner > 0 && (
            <svg width={inner} height={laneHeight} role="img" aria-label={lane.label}>
              <rect className={classes.ground} x={0} y={3} width={inner} height={laneHeight - 6} />
              {lane.intervals.map(({ id, from, to, tone, label }) => {
                const left = Math.max(0, x(from));
                const right = Math.min(inner, Math.max(x(to), x(from) + thinnest));
                return right <= 0 || left >= inner ? null : (
                  <rect key={id} x={left} y={3} width={right - left} height={laneHeight - 6} fill={bandColor(tone)}>
                    <title>{label}</title>
                  </rect>
                );
              })}
            </svg>
          )}
        </div>
      ))}
    </div>
  );
}
