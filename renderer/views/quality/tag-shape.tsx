import type { TagQuality } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./quality.module.css";
import { shapePath } from "./shape-path.ts";

const height = 26;
const marks = 4; // pixels under the picture

/** A tag over the whole record in the width of a table cell, with marks where its remarks lie. */
export function TagShape({ tag, extent }: { readonly tag: TagQuality; readonly extent: TimeRange }) {
  const say = useSay();
  const width = tag.shape.min.length;
  const span = Math.max(1, extent.to - extent.from);
  const x = (at: number): number => ((at - extent.from) / span) * width;
  const label = say("quality-view.shape", {
    tag: tag.tag,
    min: formatQuantity(tag.min, tag.unit),
    max: formatQuantity(tag.max, tag.unit),
  });
  return (
    <svg
      className={classes.shape}
      viewBox={`0 0 ${width} ${height + marks}`}
      width={width}
      height={height + marks}
      role="img"
      aria-label={label}
    >
      <path className={classes.line} d={shapePath(tag.shape, height)} />
      {isTold(tag) &&
        tag.spikes.at.map(({ time }) => (
          <rect
            key={time}
            className={classes.mark}
            data-severity="warning"
            x={Math.min(width - 2, x(time))}
            y={height + 1}
            width={2}
            height={marks - 1}
          />
        ))}
      {tag.findings.map(({ at, code, severity }, k) =>
        at ? (
          <rect
            key={`${code}-${k}`}
            className={classes.mark}
            data-severity={severity}
            x={Math.max(0, Math.min(width - 2, x(at.from)))}
            y={height + 1}
            width={Math.max(2, x(at.to) - x(at.from))}
            height={marks - 1}
          />
        ) : null,
      )}
    </svg>
  );
}

/** Spikes that the whole plant shares are no remark on this tag. */
const isTold = ({ findings }: TagQuality): boolean => findings.some(({ code }) => code === "quality.tag.spikes");
