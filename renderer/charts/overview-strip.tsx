import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type PointerEvent, useMemo, useRef } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { curvePath } from "./curve-path.ts";
import classes from "./overview-strip.module.css";
import { moved, type RangeMove, zoomed } from "./range-moves.ts";
import { timeTicks } from "./time-ticks.ts";
import type { TrendSeries } from "./trend.ts";
import { valueDomain } from "./value-domain.ts";

interface Props {
  /** What is drawn of the whole extent, null while it is not there. */
  readonly series: TrendSeries | null;
  readonly extent: TimeRange;
  readonly range: TimeRange;
  readonly onRange: (range: TimeRange, move: RangeMove) => void;
  readonly zone?: string;
  /** What it is, for a screen reader. */
  readonly label: string;
}

type Hold = "from" | "to" | "window" | "new";

/** All there is, small, with the visible part marked: drag the part, its edges, or a new one; arrows move it, plus and minus size it. */
export function OverviewStrip({ series, extent, range, onRange, zone = "UTC", label }: Props) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const held = useRef<{ hold: Hold; at: number; range: TimeRange } | null>(null);
  const height = 32;
  const path = useMemo(() => {
    if (!series || width <= 0) return "";
    const [low, high] = valueDomain({ id: "", unit: "", series: [series] }, extent);
    const scale = { from: extent.from, pixelsPerMs: width / (extent.to - extent.from), low, high, height };
    return curvePath(series, scale, [0, series.time.length]);
  }, [series, extent, width]);
  const ticks = useMemo(() => timeTicks(extent.from, extent.to, Math.max(1, Math.floor(width / 110)), zone), [extent, width, zone]);
  const span = extent.to - extent.from;
  const percent = (at: number): number => Math.min(100, Math.max(0, (100 * (at - extent.from)) / span));
  const timeAt = (event: PointerEvent): number => {
    const box = (event.currentTarget as HTMLElement).closest("[data-strip]")!.getBoundingClientRect();
    return extent.from + Math.min(1, Math.max(0, (event.clientX - box.left) / box.width)) * span;
  };
  const down = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const hold = ((event.target as HTMLElement).dataset.hold ?? "new") as Hold;
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { hold, at: timeAt(event), range };
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (!held.current) return;
    const { hold, at, range: before } = held.current;
    const now = timeAt(event);
    const least = span / Math.max(1, width);
    if (hold === "window") onRange(moved(before, now - at, extent), "flow");
    else if (hold === "from") onRange({ from: Math.min(before.from + now - at, before.to - least), to: before.to }, "flow");
    else if (hold === "to") onRange({ from: before.from, to: Math.max(before.to + now - at, before.from + least) }, "flow");
    else if (Math.abs(now - at) > 3 * least) onRange({ from: Math.min(at, now), to: Math.max(at, now) }, "flow");
  };
  const key = (event: KeyboardEvent): void => {
    const length = range.to - range.from;
    const middle = (range.from + range.to) / 2;
    const next = {
      ArrowLeft: () => moved(range, -length / 4, extent),
      ArrowRight: () => moved(range, length / 4, extent),
      "+": () => zoomed(range, middle, 0.7, extent),
      "=": () => zoomed(range, middle, 0.7, extent),
      "-": () => zoomed(range, middle, 1 / 0.7, extent),
      Home: () => extent,
    }[event.key];
    if (!next || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onRange(next(), "flow");
  };
  return (
    <div
      ref={ref}
      className={classes.strip}
      data-strip
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
    >
      <svg className={classes.curve} width="100%" height={height} aria-hidden>
        <path d={path} fill="none" stroke="var(--series-soft)" strokeWidth={1} strokeLinecap="round" />
      </svg>
      {ticks
        .filter((tick) => percent(tick.at) > 4 && percent(tick.at) < 96)
        .map((tick) => (
          <span key={tick.at} className={classes.label} style={{ left: `${percent(tick.at)}%` }}>
            {tick.context && tick.label !== tick.context ? `${tick.context} ${tick.label}` : tick.label}
          </span>
        ))}
      <div
        className={classes.window}
        style={{ left: `${percent(range.from)}%`, width: `${percent(range.to) - percent(range.from)}%` }}
        role="application"
        aria-label={label}
        title={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: worked by keys, which its role says
        tabIndex={0}
        data-hold="window"
        data-testid="overview"
        onKeyDown={key}
      >
        <span className={classes.edge} style={{ left: 0 }} data-hold="from" />
        <span className={classes.edge} style={{ right: 0 }} data-hold="to" />
      </div>
    </div>
  );
}
