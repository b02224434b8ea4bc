import { formatQuantity } from "#shared/units/format-quantity.ts";
import classes from "./bar-chart.module.css";

export interface Bar {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  /** Where the bar starts, for a waterfall; 0 when left out. It ends at `from + value`. */
  readonly from?: number;
  readonly tone?: "plain" | "bad" | "good" | "soft";
  /** Written beside the bar instead of the value. */
  readonly text?: string;
  /** Shown when pointed at. */
  readonly title?: string;
}

interface Props {
  readonly bars: readonly Bar[];
  readonly unit: string;
  /** What the chart shows, for a screen reader. */
  readonly label: string;
  /** Right end of the axis; from the bars when left out. */
  readonly max?: number;
  readonly onBar?: (id: string) => void;
}

/** Named bars under one another, from zero or, with `from`, as a waterfall. Drawn as a list, so that it reads and scales as text. */
export function BarChart({ bars, unit, label, max, onBar }: Props) {
  const ends = bars.flatMap((bar) => [bar.from ?? 0, (bar.from ?? 0) + bar.value]).filter(Number.isFinite);
  const low = Math.min(0, ...ends);
  const high = max ?? Math.max(0, ...ends);
  const span = high - low || 1;
  const percent = (value: number): string => `${((value - low) / span) * 100}%`;
  return (
    <ul className={classes.bars} aria-label={label}>
      {bars.map((bar) => {
        const start = bar.from ?? 0;
        const [left, right] = bar.value < 0 ? [start + bar.value, start] : [start, start + bar.value];
        const inside = (
          <>
            <span className={classes.label}>{bar.label}</span>
            <span className={classes.track}>
              {low < 0 && <span className={classes.zero} style={{ left: percent(0) }} />}
              {Number.isFinite(bar.value) && (
                <span
                  className={classes.bar}
                  data-tone={bar.tone ?? "plain"}
                  style={{ left: percent(left), width: `${Math.max(0.4, ((right - left) / span) * 100)}%` }}
                />
              )}
            </span>
            <span className={classes.value}>{bar.text ?? formatQuantity(bar.value, unit, { significant: 3 })}</span>
          </>
        );
        return (
          <li key={bar.id} title={bar.title}>
            {onBar ? (
              <button type="button" className={classes.row} onClick={() => onBar(bar.id)}>
                {inside}
              </button>
            ) : (
              <span className={classes.row}>{inside}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}
