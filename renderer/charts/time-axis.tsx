import type { TimeTick } from "./time-ticks.ts";
import classes from "./trend-chart.module.css";
import { timeAxisHeight } from "./trend-measures.ts";

interface Props {
  readonly ticks: readonly TimeTick[];
  /** Pixels from the left edge of the plot to a time. */
  readonly x: (at: number) => number;
  /** Pixels kept free on the left, so that the first label is not cut. */
  readonly left: number;
  readonly width: number;
}

/** The line under the last lane with times on it. */
export function TimeAxis({ ticks, x, left, width }: Props) {
  return (
    <svg className={classes.timeAxis} width={left + width + 14} height={timeAxisHeight} aria-hidden>
      <path
        d={`M${left},0.5h${width}${ticks.map((tick) => `M${(left + x(tick.at)).toFixed(1)},0v4`).join("")}`}
        stroke="var(--chart-axis)"
      />
      {ticks.map((tick) => (
        <text key={tick.at} className={classes.tick} textAnchor="middle" data-time-tick>
          <tspan x={left + x(tick.at)} y={15}>
            {tick.label}
          </tspan>
          {tick.context && (
            <tspan x={left + x(tick.at)} y={28}>
              {tick.context}
            </tspan>
          )}
        </text>
      ))}
    </svg>
  );
}
