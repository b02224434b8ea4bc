import type { PointerEvent } from "react";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { numberTicks } from "./number-ticks.ts";
import classes from "./response-chart.module.css";

interface Props {
  /** What the chart shows, for a screen reader. */
  readonly label: string;
  /** [points] ascending. */
  readonly at: Float64Array;
  readonly value: Float64Array;
  /** [points] band around the value. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly xUnit: string;
  /** Range that is shaded; NaN where there is none. */
  readonly shaded: { readonly low: number; readonly high: number };
  /** Where the reader stands. */
  readonly now: number;
  /** A place on the axis was pointed at. */
  readonly onPick?: (at: number) => void;
}

const width = 360;
const height = 170;
const room = { left: 52, right: 10, top: 8, bottom: 30 };

/** One number against another with a band, the range that was seen shaded, and the place where one is. */
export function ResponseChart({ label, at, value, low, high, xUnit, shaded, now, onPick }: Props) {
  const from = at[0] ?? 0;
  const to = at.at(-1) ?? 1;
  const ends = [...low, ...high].filter(Number.isFinite);
  const known = ends.length > 0 ? ends : [...value].filter(Number.isFinite);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  // A KPI that does not answer is a line in the middle.
  const air = most > least ? 0 : Math.abs(most) / 100 || 1;
  const [bottom, top] = [least - air, most + air];
  const x = (v: number): number => room.left + ((v - from) / (to - from || 1)) * (width - room.left - room.right);
  const y = (v: number): number => height - room.bottom - ((v - bottom) / (top - bottom || 1)) * (height - room.top - room.bottom);
  const drawn = (values: Float64Array): string[] =>
    [...values].flatMap((v, k) => (Number.isFinite(v) ? [`${x(at[k]!).toFixed(1)},${y(v).toFixed(1)}`] : []));
  const nearest = [...at].reduce((best, v, k) => (Math.abs(v - now) < Math.abs(at[best]! - now) ? k : best), 0);
  const band = [...drawn(high), ...drawn(low).reverse()];
  const pick = (event: PointerEvent<SVGSVGElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const place = ((event.clientX - box.left) / box.width) * width;
    const share = (place - room.left) / (width - room.left - room.right);
    onPick?.(from + Math.min(1, Math.max(0, share)) * (to - from));
  };
  const [seenFrom, seenTo] = [Math.max(from, shaded.low), Math.min(to, shaded.high)];
  return (
    <svg className={classes.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} onPointerDown={pick}>
      {seenTo >= seenFrom && (
        <rect
          className={classes.seen}
          data-part="seen"
          x={x(seenFrom)}
          y={room.top}
          width={Math.max(2, x(seenTo) - x(seenFrom))}
          height={height - room.top - room.bottom}
        />
      )}
      {numberTicks(bottom, top, 4).map((tick) => (
        <g key={tick}>
          <line className={classes.grid} x1={room.left} x2={width - room.right} y1={y(tick)} y2={y(tick)} />
          <text x={room.left - 6} y={y(tick) + 4} textAnchor="end">
            {formatNumber(tick, { significant: 4 })}
          </text>
        </g>
      ))}
      {(to > from ? numberTicks(from, to, 5) : [from]).map((tick) => (
        <text key={tick} x={x(tick)} y={height - room.bottom + 14} textAnchor="middle">
          {formatNumber(tick, { significant: 3 })}
        </text>
      ))}
      <text x={width - room.right} y={height - 3} textAnchor="end">
        {printUnit(xUnit)}
      </text>
      {band.length > 2 && <polygon className={classes.band} data-part="band" points={band.join(" ")} />}
      <polyline className={classes.line} data-part="line" points={drawn(value).join(" ")} />
      <line className={classes.now} x1={x(now)} x2={x(now)} y1={room.top} y2={height - room.bottom} />
      {Number.isFinite(value[nearest]) && <circle className={classes.dot} cx={x(now)} cy={y(value[nearest]!)} r={4} />}
      {onPick && (
        <rect
          className={classes.hit}
          x={room.left}
          y={room.top}
          width={width - room.left - room.right}
          height={height - room.top - room.bottom}
          fill="transparent"
        />
      )}
    </svg>
  );
}
