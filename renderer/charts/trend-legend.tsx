import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { type Cursor, useCursor } from "./cursor.ts";
import { seriesColor } from "./palette.ts";
import { readingAt } from "./reading-at.ts";
import type { TrendLane, TrendSeries } from "./trend.ts";
import classes from "./trend-chart.module.css";
import { axisWidth } from "./trend-measures.ts";

interface Props {
  readonly lane: TrendLane;
  readonly colorFrom: number;
  readonly cursor: Cursor;
  readonly width: number;
}

/** The names of a lane's curves, and what they say under the cursor. */
export function TrendLegend({ lane, colorFrom, cursor, width }: Props) {
  const at = useCursor(cursor);
  return (
    <div className={classes.legend} style={{ left: axisWidth + 4, maxWidth: width - 8 }}>
      {lane.series.map((series, place) => (
        <span key={series.id} className={classes.legendItem}>
          <span className={classes.swatch} style={{ background: seriesColor(series.color, colorFrom + place) }} />
          <span className={classes.label}>{series.label}</span>
          {at !== null && (
            <span className={classes.reading} data-testid={`reading-${series.id}`}>
              {reading(series, at)}
            </span>
          )}
        </span>
      ))}
    </div>
  );
}

function reading(series: TrendSeries, at: number): string {
  const value = readingAt(series, at);
  if (!value) return "–";
  const unit = printUnit(series.unit);
  const text = value.min === value.max ? formatNumber(value.min) : `${formatNumber(value.min)} … ${formatNumber(value.max)}`;
  return unit ? `${text} ${unit}` : text;
}
