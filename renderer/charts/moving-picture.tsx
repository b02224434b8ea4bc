import { Fragment, memo, useMemo, useRef } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { curvePath, dotsPath, xOf } from "./curve-path.ts";
import { bandColor, seriesColor } from "./palette.ts";
import { type PictureScale, pictureScale, standsIn } from "./picture-scale.ts";
import { rowsInView } from "./rows-in-view.ts";
import { isRegime, type TrendBand, type TrendLane, type TrendSeries } from "./trend.ts";
import classes from "./trend-chart.module.css";

interface Props {
  readonly lane: TrendLane;
  /** Place in the palette of the lane's first curve. */
  readonly colorFrom: number;
  readonly bands: readonly TrendBand[];
  readonly range: TimeRange;
  readonly domain: readonly [number, number];
  /** A hand is on the time axis: nothing is drawn anew, the picture is moved and stretched instead. */
  readonly moving: boolean;
  /** Of the view, pixels. */
  readonly width: number;
  readonly height: number;
}

/** Bands and curves on a layer of their own, wider than the view: panning moves the layer and draws nothing. */
export function MovingPicture({ lane, colorFrom, bands, range, domain, moving, width, height }: Props) {
  const wanted = pictureScale(range, domain, width, height);
  const kept = useRef(wanted);
  const isKept = moving && kept.current.height === height && standsIn(kept.current, range, width);
  if (!isKept) kept.current = wanted;
  const { from, to, pixelsPerMs, low, high, width: drawnWidth } = kept.current;
  const scale = useMemo<PictureScale>(
    () => ({ from, to, pixelsPerMs, low, high, height, width: drawnWidth }),
    [from, to, pixelsPerMs, low, high, height, drawnWidth],
  );
  const now = width / (range.to - range.from);
  const stretch = now / pixelsPerMs;
  const isStretched = Math.abs(stretch - 1) > 1e-6;
  // A whole pixel: a layer between two is drawn blurred.
  const left = isStretched ? (from - range.from) * now : Math.round((from - range.from) * now);
  return (
    <svg
      className={classes.moving}
      width={drawnWidth}
      height={height}
      style={{ transform: `translateX(${left}px)${isStretched ? ` scaleX(${stretch})` : ""}` }}
      aria-hidden
    >
      <Bands bands={bands} scale={scale} />
      {lane.series.map((series, at) => (
        <Curve key={series.id} series={series} scale={scale} color={seriesColor(series.color, colorFrom + at)} />
      ))}
    </svg>
  );
}

/** All bands of one tone are one path: a component per band halves the frame rate. */
const Bands = memo(function Bands({ bands, scale }: { readonly bands: readonly TrendBand[]; readonly scale: PictureScale }) {
  const seen = bands.filter((band) => band.to >= scale.from && band.from <= scale.to);
  return [...new Set(seen.map((band) => band.tone))].map((tone) => {
    const own = seen.filter((band) => band.tone === tone);
    const isQuiet = own.some(isRegime);
    const path = (from: number) => own.map((band) => bandPath(band, scale, from, isQuiet ? 0 : shortest)).join("");
    return (
      <Fragment key={tone}>
        <path data-bands={tone} d={path(0)} fill={bandColor(tone)} fillOpacity={tone === "selected" ? 0.28 : isQuiet ? 0.07 : 0.15} />
        {isQuiet && <path d={path(scale.height - strip)} fill={bandColor(tone)} fillOpacity={0.75} />}
      </Fragment>
    );
  });
});

/** A short episode in a long view is still seen, pixels. */
const shortest = 2;
/** Of the strip at the foot of a lane that tells the regime, pixels. */
const strip = 4;

function bandPath(band: TrendBand, scale: PictureScale, top: number, least: number): string {
  const from = Math.max(-1, xOf(scale, band.from));
  const to = Math.max(Math.min(scale.width + 1, xOf(scale, band.to)), from + least);
  return `M${from.toFixed(1)},${top}H${to.toFixed(1)}V${scale.height}H${from.toFixed(1)}Z`;
}

/** Samples farther apart than this are marked as points, pixels. */
const sparse = 14;

const Curve = memo(function Curve({ series, scale, color }: { series: TrendSeries; scale: PictureScale; color: string }) {
  const rows = rowsInView(series.time, scale.from, scale.to);
  const path = { d: curvePath(series, scale, rows), "data-series": series.id };
  switch (series.look) {
    case "area":
    case "bars":
      return <path {...path} fill={color} fillOpacity={series.look === "area" ? 0.2 : 0.75} />;
    case "dots":
      return <path {...path} stroke={color} strokeWidth={5} strokeLinecap="round" fill="none" />;
    default:
      return (
        <>
          <path
            {...path}
            fill="none"
            stroke={color}
            strokeWidth={1.4}
            strokeLinecap="round"
            strokeLinejoin="bevel"
            {...(series.dashed ? { strokeDasharray: "5 4" } : {})}
          />
          {(rows[1] - rows[0]) * sparse < scale.width && (
            <path d={dotsPath(series, scale, rows)} stroke={color} strokeWidth={4.5} strokeLinecap="round" fill="none" />
          )}
        </>
      );
  }
});
