import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { type Cursor, useCursor } from "./cursor.ts";
import { moved, type RangeMove, zoomed } from "./range-moves.ts";
import { isRegime, type TrendBand } from "./trend.ts";
import classes from "./trend-chart.module.css";
import { axisWidth } from "./trend-measures.ts";

/** What a plain drag does. */
export type Drag = "zoom" | "pan" | "select";

interface Props {
  readonly range: TimeRange;
  readonly extent?: TimeRange;
  readonly bands: readonly TrendBand[];
  readonly cursor: Cursor;
  readonly drag: Drag;
  readonly zone: string;
  readonly width: number;
  readonly height: number;
  readonly label: string;
  readonly onRange?: (range: TimeRange, move: RangeMove) => void;
  readonly onSelect?: (range: TimeRange) => void;
  readonly onBand?: (id: string) => void;
  /** A hand is moving the time axis, or has stopped. */
  readonly onMoving: (moving: boolean) => void;
}

interface Grip {
  readonly x: number;
  readonly range: TimeRange;
  readonly as: Drag;
}

/** A wheel has no end: it is still when nothing has come for so long, ms. */
const wheelStillMs = 180;

/** Hand and keys over the plots: pointing, zooming, panning, choosing. */
export function TrendOverlay(props: Props) {
  const { range, extent, bands, cursor, drag, width, height, label, onRange, onSelect, onBand, onMoving } = props;
  const surface = useRef<HTMLDivElement>(null);
  const [grip, setGrip] = useState<Grip | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const [hit, setHit] = useState(false);
  const pending = useRef<TimeRange | null>(null);
  const stillTimer = useRef<number | undefined>(undefined);

  // Several wheel or pointer events may come within one frame; the chart is asked once per frame.
  const ask = (next: TimeRange): void => {
    const idle = pending.current === null;
    pending.current = next;
    if (!idle) return;
    requestAnimationFrame(() => {
      if (pending.current) onRange?.(pending.current, "flow");
      pending.current = null;
    });
  };
  const timeAt = (x: number): number => range.from + (x / width) * (range.to - range.from);
  const xIn = (event: { clientX: number }): number => {
    const left = surface.current?.getBoundingClientRect().left ?? 0;
    return Math.min(width, Math.max(0, event.clientX - left));
  };
  const bandAt = (x: number): TrendBand | undefined => {
    const near = ((range.to - range.from) / width) * 3;
    const at = timeAt(x);
    return bands.findLast((band) => !isRegime(band) && at >= band.from - near && at <= band.to + near);
  };

  const wheel = useRef<(event: WheelEvent) => void>(() => {});
  wheel.current = (event) => {
    if (!onRange) return;
    event.preventDefault();
    onMoving(true);
    window.clearTimeout(stillTimer.current);
    stillTimer.current = window.setTimeout(() => onMoving(false), wheelStillMs);
    const from = pending.current ?? range;
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey;
    const turn = event.deltaY || event.deltaX;
    if (sideways) ask(moved(from, ((event.deltaX || turn) / width) * (from.to - from.from), extent));
    else ask(zoomed(from, from.from + (xIn(event) / width) * (from.to - from.from), 1.0015 ** turn, extent));
  };
  useEffect(() => {
    const element = surface.current;
    // React's own wheel handler is passive and could not keep the page from scrolling.
    const hear = (event: WheelEvent): void => wheel.current(event);
    element?.addEventListener("wheel", hear, { passive: false });
    return () => element?.removeEventListener("wheel", hear);
  }, []);

  const down = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button > 1) return;
    const as = event.shiftKey || event.button === 1 ? "pan" : drag;
    surface.current?.setPointerCapture(event.pointerId);
    setGrip({ x: xIn(event), range, as });
    setTo(null);
    if (as === "pan") onMoving(true);
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    const x = xIn(event);
    cursor.move(timeAt(x));
    setHit(!grip && onBand !== undefined && bandAt(x) !== undefined);
    if (!grip) return;
    setTo(x);
    if (grip.as === "pan") ask(moved(grip.range, ((grip.x - x) / width) * (grip.range.to - grip.range.from), extent));
  };
  const up = (event: PointerEvent<HTMLDivElement>): void => {
    if (!grip) return;
    const x = xIn(event);
    setGrip(null);
    setTo(null);
    onMoving(false);
    if (Math.abs(x - grip.x) < 4) {
      const band = bandAt(x);
      if (band) onBand?.(band.id);
      return;
    }
    if (grip.as === "pan") return;
    const chosen = { from: timeAt(Math.min(x, grip.x)), to: timeAt(Math.max(x, grip.x)) };
    if (grip.as === "select") onSelect?.(chosen);
    else onRange?.(chosen, "step");
  };
  const key = (event: KeyboardEvent): void => {
    const span = range.to - range.from;
    const middle = cursor.at() ?? (range.from + range.to) / 2;
    const step = event.shiftKey ? 0.5 : 0.1;
    const next =
      event.key === "ArrowLeft"
        ? moved(range, -step * span, extent)
        : event.key === "ArrowRight"
          ? moved(range, step * span, extent)
          : event.key === "+" || event.key === "="
            ? zoomed(range, middle, 0.7, extent)
            : event.key === "-"
              ? zoomed(range, middle, 1 / 0.7, extent)
              : event.key === "Home"
                ? extent
                : undefined;
    if (!next || !onRange || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onRange(next, event.key === "Home" ? "step" : "flow");
  };

  const selecting = grip && grip.as !== "pan" && to !== null;
  return (
    <div
      ref={surface}
      className={classes.overlay}
      style={{ left: axisWidth, width, height }}
      role="application"
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the plot is worked by keys, which its role says
      tabIndex={0}
      data-drag={drag}
      data-busy={grip?.as}
      data-hit={hit || undefined}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        setGrip(null);
        onMoving(false);
      }}
      onPointerLeave={() => cursor.move(null)}
      onKeyDown={key}
    >
      <CursorLine cursor={cursor} range={range} width={width} zone={props.zone} />
      {selecting && <div className={classes.selection} style={{ left: Math.min(grip.x, to), width: Math.abs(to - grip.x) }} />}
    </div>
  );
}

function CursorLine({ cursor, range, width, zone }: { cursor: Cursor; range: TimeRange; width: number; zone: string }) {
  const at = useCursor(cursor);
  if (at === null || at < range.from || at > range.to) return null;
  const left = ((at - range.from) / (range.to - range.from)) * width;
  const span = range.to - range.from;
  const precision = span > 20 * 86_400_000 ? "minute" : span > 60_000 ? "second" : "millisecond";
  return (
    <>
      <div className={classes.cursorLine} style={{ left }} />
      <div className={classes.cursorTime} style={{ left: Math.min(width - 70, Math.max(70, left)) }}>
        {formatTime(at, { zone, precision, withZone: true })}
      </div>
    </>
  );
}
