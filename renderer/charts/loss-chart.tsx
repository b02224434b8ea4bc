import { formatNumber } from "#shared/units/format-number.ts";
import classes from "./loss-chart.module.css";
import { seriesColor } from "./palette.ts";

interface Line {
  readonly name: string;
  /** [epochs] > 0. */
  readonly values: readonly number[];
}

interface Props {
  /** What the chart shows, for a screen reader. */
  readonly label: string;
  readonly lines: readonly Line[];
}

const width = 320;
const height = 64;
const room = { left: 4, right: 4, top: 5, bottom: 5 };
const leastSpan = 2; // a factor: what moves less is no news

/** How losses fall, epoch by epoch, on a logarithmic scale; the latest value of each line stands beside its name. */
export function LossChart({ label, lines }: Props) {
  const known = lines.flatMap(({ values }) => values.filter((v) => v > 0));
  const epochs = Math.max(2, ...lines.map(({ values }) => values.length));
  const top = Math.log(Math.max(...known, Number.MIN_VALUE));
  const bottom = Math.min(top - Math.log(leastSpan), Math.log(Math.min(...known, Number.MAX_VALUE)));
  const x = (epoch: number): number => room.left + (epoch / (epochs - 1)) * (width - room.left - room.right);
  const y = (value: number): number => room.top + ((top - Math.log(value)) / (top - bottom)) * (height - room.top - room.bottom);
  return (
    <figure className={classes.chart}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} preserveAspectRatio="none">
        {lines.map(({ name, values }, k) => (
          <polyline
            key={name}
            className={classes.line}
            stroke={seriesColor(undefined, k)}
            points={values.flatMap((v, epoch) => (v > 0 ? [`${x(epoch).toFixed(1)},${y(v).toFixed(1)}`] : [])).join(" ")}
          />
        ))}
      </svg>
      <figcaption className={classes.names}>
        {lines.map(({ name, values }, k) => (
          <span key={name}>
            <i className={classes.key} style={{ background: seriesColor(undefined, k) }} />
            {name} {formatNumber(values.at(-1) ?? Number.NaN, { significant: 3 })}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}
