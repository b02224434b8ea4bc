import { type Figure, figures, unitOf } from "./figures.ts";

export interface FigureRow {
  /** Names from the outside in, with dots between. */
  readonly path: string;
  readonly unit: string;
  readonly ours: string;
  /** The peer's figure or name, empty where there is none. */
  readonly peer: string;
  /** Such as `<= 1.5`, empty where there is none. */
  readonly bar: string;
  /** Undefined where there is no bar. */
  readonly met: boolean | undefined;
}

/** Everything an area said, as rows: its figures, then what it skipped, each as it stands in the object. */
export function figureRows(said: object): { rows: FigureRow[]; skipped: string[] } {
  const rows: FigureRow[] = [];
  const skipped: string[] = [];
  const walk = (value: unknown, path: readonly string[]): void => {
    const name = path.at(-1) ?? "";
    if (name === "skipped") skipped.push(`${path.slice(0, -1).join(".") || "all"}: ${String(value)}`);
    else if (value === null) skipped.push(`${path.join(".")}: no figure`);
    else if (typeof value === "number") rows.push(rowOf(path.join("."), value, said));
    else if (typeof value === "object") for (const [key, inner] of Object.entries(value)) walk(inner, [...path, key]);
  };
  walk(said, []);
  return { rows: rows.filter(({ path }) => !figures.some(({ peer }) => peer === path) && !isBar(path)), skipped };
}

/** Areas may name their bars beside their figures; here they have a column of their own. */
const isBar = (path: string): boolean => /(^|\.)bar[A-Z]|Bar([A-Z]|$)/.test(path);

function rowOf(path: string, value: number, said: object): FigureRow {
  const figure = figures.find((one) => one.path === path);
  const met = figure && hasBar(figure) ? value >= (figure.least ?? -Infinity) && value <= (figure.most ?? Infinity) : undefined;
  return {
    path,
    unit: figure?.unit ?? unitOf(path.slice(path.lastIndexOf(".") + 1)),
    ours: written(value),
    peer: figure?.peer ? peerOf(figure.peer, said) : "",
    bar: figure && hasBar(figure) ? barText(figure) : "",
    met,
  };
}

const hasBar = ({ least, most }: Figure): boolean => least !== undefined || most !== undefined;

function barText({ least, most }: Figure): string {
  if (least !== undefined && most !== undefined) return `${least} .. ${most}`;
  return least !== undefined ? `>= ${least}` : `<= ${most}`;
}

/** A peer is a path into the same object, or words. */
function peerOf(peer: string, said: object): string {
  let at: unknown = said;
  for (const name of peer.split(".")) at = at && typeof at === "object" ? (at as Record<string, unknown>)[name] : undefined;
  if (typeof at === "number") return written(at);
  return typeof at === "string" ? at : /^[a-zA-Z0-9]+(\.[a-zA-Z0-9]+)+$/.test(peer) ? "" : peer;
}

/** Four significant digits; whole numbers as they are. */
const written = (value: number): string => (Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4))));
