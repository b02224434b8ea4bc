import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../app/language.tsx";
import { axisWidth, rightMargin, timeAxisHeight } from "../charts/trend-measures.ts";
import { movedEdge } from "./moved-edge.ts";
import classes from "./period-edges.module.css";

interface Props {
  readonly what: string;
  readonly ranges: readonly TimeRange[];
  readonly onChange: (ranges: TimeRange[]) => void;
  /** What is visible, and the time there is. */
  readonly range: TimeRange;
  readonly extent: TimeRange;
  /** Of the chart below, pixels. */
  readonly height: number;
}

/** Share of what is visible that an arrow key moves an edge by. */
const keyStep = 1 / 200;

/** The ends of chosen stretches, to be dragged along a trend chart or moved by arrow keys. Lies exactly over the chart. */
export function PeriodEdges({ what, ranges, onChange, range, extent, height }: Props) {
  const say = useSay();
  const surface = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<{ index: number; end: "from" | "to"; at: number } | null>(null);
  const span = range.to - range.from;
  const timeAt = (clientX: number): number => {
    const box = surface.current!.getBoundingClientRect();
    return range.from + ((clientX - box.left) / box.width) * span;
  };
  const bounded = (at: number): number => Math.min(extent.to, Math.max(extent.from, at));
  const handles = ranges.flatMap((stretch, index) => (["from", "to"] as const).map((end) => ({ index, end, at: stretch[end] })));
  return (
    <div ref={surface} className={classes.edges} style={{ left: axisWidth, right: rightMargin, height: height - timeAxisHeight }}>
      {handles.map(({ index, end, at: placed }) => {
        const own = held?.index === index && held.end === end;
        const at = own ? held.at : placed;
        if (at < range.from || at > range.to) return null;
        const drop = (to: number): void => onChange(movedEdge(ranges, index, end, bounded(to)));
        return (
          <div
            key={`${index} ${end}`}
            role="slider"
            tabIndex={0}
            className={classes.handle}
            data-held={own || undefined}
            aria-label={say(`periods.edge.${end}`, { what, index: index + 1 })}
            aria-valuemin={extent.from}
            aria-valuemax={extent.to}
            aria-valuenow={at}
            aria-valuetext={formatTime(at, { precision: "minute" })}
            title={say("periods.edge.help")}
            style={{ left: `${(100 * (at - range.from)) / span}%` }}
            onPointerDown={(event: PointerEvent<HTMLDivElement>) => {
              event.stopPropagation();
              event.currentTarget.setPointerCapture(event.pointerId);
              setHeld({ index, end, at });
            }}
            onPointerMove={(event) => own && setHeld({ index, end, at: bounded(timeAt(event.clientX)) })}
            onPointerUp={(event) => {
              if (!own) return;
              setHeld(null);
              drop(timeAt(event.clientX));
            }}
            onPointerCancel={() => setHeld(null)}
            onKeyDown={(event: KeyboardEvent) => {
              const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
              if (by === 0) return;
              event.preventDefault();
              event.stopPropagation();
              drop(at + by * span * keyStep * (event.shiftKey ? 10 : 1));
            }}
          >
            {own && <span className={classes.time}>{formatTime(at, { precision: "minute" })}</span>}
          </div>
        );
      })}
    </div>
  );
}
