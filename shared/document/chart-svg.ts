import { formatNumber } from "../units/format-number.ts";
import { formatTime } from "../units/format-time.ts";
import { printUnit } from "../units/print-unit.ts";
import type { ChartSpec, Line, Mark } from "./block.ts";
import { escapeMarkup } from "./escape-markup.ts";
import { timeTicks, valueTicks } from "./ticks.ts";

const width = 720;
const left = 58;
const right = 12;
const foot = 24;
const laneGap = 12;

type Lines = Extract<ChartSpec, { kind: "lines" }>;
type Bars = Extract<ChartSpec, { kind: "bars" }>;
type Shares = Extract<ChartSpec, { kind: "shares" }>;

/** A chart as one SVG element without script or outside reference; colours come from the document's classes. */
export function chartSvg(chart: ChartSpec): string {
  if (chart.kind === "lines") return linesSvg(chart);
  return chart.kind === "bars" ? barsSvg(chart) : sharesSvg(chart);
}

/** Lines of one unit share a lane; lanes stand one above the other on one clock. */
function linesSvg(chart: Lines): string {
  const units = [...new Set(chart.lines.map((line) => line.unit))];
  const lane = Math.max(72, (chart.height - laneGap * (units.length - 1)) / Math.max(1, units.length));
  const height = units.length * (lane + laneGap) + foot;
  const x = scale(chart.from, chart.to, left, width - right);
  const parts = units.map((unit, k) => {
    const top = 6 + k * (lane + laneGap);
    const lines = chart.lines.filter((line) => line.unit === unit);
    const [low, high] = extent(lines, k === 0 ? chart.limit : null);
    const y = scale(low, high, top + lane, top);
    const marks = chart.marks.map((mark) => markRect(mark, x, top, lane)).join("");
    const limit = k === 0 && chart.limit !== null ? `<path class="limit" d="M${left},${n(y(chart.limit))}H${width - right}"/>` : "";
    const drawn = lines.map((line) => linePath(line, chart.lines.indexOf(line), x, y)).join("");
    return `${axisY(low, high, y, top, unit)}<g clip-path="inset(0)">${marks}${drawn}${limit}</g>`;
  });
  const bottom = height - foot;
  return svg(height, parts.join("") + axisX(chart.from, chart.to, x, bottom), chart.lines.map((line) => line.name).join(", "));
}

function linePath(line: Line, index: number, x: Scale, y: Scale): string {
  const tone = `s${index % 6}`;
  let pen = "";
  let down = false;
  line.time.forEach((t, i) => {
    const v = line.value[i];
    if (v === null || v === undefined) down = false;
    else {
      pen += `${down ? "L" : "M"}${n(x(t))},${n(y(v))}`;
      down = true;
    }
  });
  const { low, high } = line;
  const band = low && high ? `<path class="band ${tone}" d="${bandPath(line.time, low, high, x, y)}"/>` : "";
  return `${band}<path class="line ${tone}" d="${pen}"/>`;
}

/** One closed shape per unbroken stretch. */
function bandPath(time: number[], low: (number | null)[], high: (number | null)[], x: Scale, y: Scale): string {
  let path = "";
  let start = 0;
  const close = (end: number) => {
    if (end - start < 1) return;
    const up: string[] = [];
    const back: string[] = [];
    for (let i = start; i < end; i++) {
      up.push(`${n(x(time[i]!))},${n(y(high[i]!))}`);
      back.unshift(`${n(x(time[i]!))},${n(y(low[i]!))}`);
    }
    path += `M${up.join("L")}L${back.join("L")}Z`;
  };
  for (let i = 0; i <= time.length; i++) {
    const whole = i < time.length && low[i] !== null && low[i] !== undefined && high[i] !== null && high[i] !== undefined;
    if (whole) continue;
    close(i);
    start = i + 1;
  }
  return path;
}

function barsSvg(chart: Bars): string {
  const top = 6;
  const plot = chart.height;
  const height = top + plot + foot;
  const x = scale(chart.from, chart.to, left, width - right);
  const values = chart.value.filter((v): v is number => v !== null);
  const [low, high] = padded(Math.min(0, ...values), Math.max(0, ...values));
  const y = scale(low, high, top + plot, top);
  const bars = chart.time.map((t, i) => {
    const v = chart.value[i];
    if (v === null || v === undefined) return "";
    const a = x(t);
    const w = Math.max(0.6, x(t + chart.stepMs) - a - 0.8);
    return `<rect class="${v >= 0 ? "loss" : "gain"}" x="${n(a)}" y="${n(Math.min(y(v), y(0)))}" width="${n(w)}" height="${n(Math.abs(y(v) - y(0)))}"/>`;
  });
  const zero = `<path class="zero" d="M${left},${n(y(0))}H${width - right}"/>`;
  return svg(height, axisY(low, high, y, top, chart.unit) + bars.join("") + zero + axisX(chart.from, chart.to, x, top + plot), "");
}

function sharesSvg(chart: Shares): string {
  const row = 20;
  const label = 220;
  const rows = chart.rows.map((r, k) => {
    const y = 4 + k * row;
    const w = Math.max(0, Math.min(1, r.share)) * (width - label - 70);
    return (
      `<text class="name" x="${label - 8}" y="${y + 13}" text-anchor="end">${escapeMarkup(r.label)}</text>` +
      `<rect class="share" x="${label}" y="${y + 3}" width="${n(w)}" height="${row - 6}"/>` +
      `<text x="${n(label + w + 6)}" y="${y + 13}">${formatNumber(r.share * 100, { decimals: 0 })} %</text>`
    );
  });
  return svg(8 + chart.rows.length * row, rows.join(""), "");
}

type Scale = (value: number) => number;
const scale =
  (a: number, b: number, from: number, to: number): Scale =>
  (value) =>
    from + ((value - a) / (b - a || 1)) * (to - from);

/** Coordinates to a tenth of a point: finer than any printer, and half the size. */
const n = (value: number): string => String(Math.round(value * 10) / 10);

function extent(lines: readonly Line[], limit: number | null): [number, number] {
  let low = limit ?? Number.POSITIVE_INFINITY;
  let high = limit ?? Number.NEGATIVE_INFINITY;
  for (const { value, low: lows, high: highs } of lines) {
    for (const list of [value, lows ?? [], highs ?? []]) {
      for (const v of list) {
        if (v === null) continue;
        if (v < low) low = v;
        if (v > high) high = v;
      }
    }
  }
  return low <= high ? padded(low, high) : [0, 1];
}

function padded(low: number, high: number): [number, number] {
  const pad = (high - low) * 0.06 || Math.abs(high) * 0.06 || 1;
  return [low === 0 ? 0 : low - pad, high === 0 ? 0 : high + pad];
}

function markRect(mark: Mark, x: Scale, top: number, height: number): string {
  const a = Math.max(left, x(mark.from));
  const b = Math.min(width - right, x(mark.to));
  if (b < left || a > width - right) return "";
  return `<rect class="mark ${mark.tone}" x="${n(a)}" y="${n(top)}" width="${n(Math.max(1.2, b - a))}" height="${n(height)}"/>`;
}

function axisY(low: number, high: number, y: Scale, top: number, unit: string): string {
  const ticks = valueTicks(low, high, 4)
    .map(
      (v) =>
        `<path class="grid" d="M${left},${n(y(v))}H${width - right}"/><text x="${left - 6}" y="${n(y(v) + 3)}" text-anchor="end">${formatNumber(v)}</text>`,
    )
    .join("");
  const name = unit ? `<text class="unit" x="${left + 4}" y="${n(top + 9)}">${escapeMarkup(printUnit(unit))}</text>` : "";
  return ticks + name;
}

function axisX(from: number, to: number, x: Scale, bottom: number): string {
  const { times, precision } = timeTicks(from, to, 8);
  const text = (t: number) => {
    const whole = formatTime(t, { precision });
    return precision === "day" ? whole : to - from > 86_400_000 ? whole.slice(5) : whole.slice(11);
  };
  return times
    .map(
      (t) =>
        `<path class="tick" d="M${n(x(t))},${bottom}v4"/><text x="${n(x(t))}" y="${bottom + 15}" text-anchor="middle">${text(t)}</text>`,
    )
    .join("");
}

const svg = (height: number, content: string, label: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${n(height)}" role="img" aria-label="${escapeMarkup(label)}">${content}</svg>`;
