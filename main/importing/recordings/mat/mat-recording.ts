import type { Finding } from "#shared/domain/finding.ts";
import { finding } from "../../sentence.ts";
import { groupedBy } from "../grouped-by.ts";
import type { RecordedTable, Recording } from "../recording.ts";
import { vectorClock } from "../vector-clock.ts";
import type { MatContents, MatMatrix, MatOther, MatValue, MatVariable } from "./mat-value.ts";
import { samplingStep } from "./sampling-step.ts";

/** Fewer places than this are a fact rather than a recording, unless the file holds nothing longer. */
const shortVector = 16;
/** Numbers of a short vector that are told. */
const toldNumbers = 16;
/** More lines than this side by side are a picture or a map, not channels. */
const mostLines = 512;
const mostChannels = 4096;
const mostTextShown = 500;

/** Lines of one variable that run along the same axis. */
interface Line {
  readonly name: string;
  readonly matrix: MatMatrix;
  readonly axis: 0 | 1;
  readonly line: number;
  readonly length: number;
  readonly unit: string;
}

interface Group {
  /** Path of the struct, "" for the workspace. */
  readonly path: string;
  readonly lines: Line[];
  /** Milliseconds from sample to sample, by a scalar of the group. */
  stepMs: number | undefined;
}

/**
 * Makes channels of what a MAT-file holds: vectors of equal length in one workspace or struct are a table, a matrix is as many channels as
 * its shorter side has places (the side that a vector beside it shares is time, whichever is longer). Scalars, short vectors and texts are facts.
 */
export async function matRecording(contents: MatContents, damage: readonly Finding[]): Promise<Recording> {
  const findings: Finding[] = [...damage];
  const separator = contents.separator ?? ".";
  const groups: Group[] = [];
  const scalars: Record<string, number> = {};
  const short: Record<string, number[]> = {};
  const texts: Record<string, string> = {};
  const others = new Map<MatOther, string[]>();

  const longest = Math.max(0, ...contents.variables.map(({ value }) => longestSide(value)));
  const least = longest < shortVector ? 2 : shortVector;
  await walk("", contents.variables);

  function leaveOut(what: MatOther, name: string): void {
    const names = others.get(what);
    if (names) names.push(name);
    else others.set(what, [name]);
  }

  async function walk(path: string, variables: readonly MatVariable[]): Promise<void> {
    const group: Group = { path, lines: [], stepMs: undefined };
    groups.push(group);
    const lengths = new Map<number, number>();
    for (const { value } of variables) if (isVector(value)) lengths.set(longestSide(value), (lengths.get(longestSide(value)) ?? 0) + 1);
    for (const { name, value, unit = "", labels } of variables) {
      const full = path === "" ? name : `${path}${separator}${name}`;
      const { content } = value;
      if (content.kind === "text") texts[full] = content.text.slice(0, mostTextShown);
      else if (content.kind === "struct") await walk(full, content.fields);
      else if (content.kind === "other") leaveOut(content.what, full);
      else await numbers(group, { name, full, value, unit, labels: labels ?? [] }, lengths);
    }
  }

  async function numbers(
    group: Group,
    { name, full, value, unit, labels }: Required<MatVariable> & { full: string },
    lengths: ReadonlyMap<number, number>,
  ): Promise<void> {
    if (value.content.kind !== "numbers") return;
    const { real, imaginary } = value.content;
    const [rows, columns] = real.shape;
    if (rows === 0 || columns === 0) return;
    if (rows === 1 && columns === 1) {
      if (real.there[0] === 0) return;
      const [one] = await real.block(0, 0, 1, [true]);
      if (imaginary) {
        const [other] = await imaginary.block(0, 0, 1, [true]);
        texts[full] = `${one![0]} + ${other![0]}i`;
        return;
      }
      scalars[full] = one![0]!;
      group.stepMs ??= samplingStep(name, one![0]!);
      return;
    }
    const vector = rows === 1 || columns === 1;
    if (Math.max(rows, columns) < least) {
      if (vector && Math.max(rows, columns) <= toldNumbers)
        short[full] = [...(await real.block(rows === 1 ? 1 : 0, 0, Math.max(rows, columns), [true]))[0]!];
      return;
    }
    // Time runs along the side that a vector beside it shares; without one along the longer side.
    const down = vector ? columns === 1 : lengths.has(rows) || (!lengths.has(columns) && rows >= columns);
    const [axis, count] = down ? ([0, columns] as const) : ([1, rows] as const);
    const length = real.there[axis];
    if (length === 0) return;
    if (count > mostLines) {
      leaveOut("dimensions", full);
      return;
    }
    for (let line = 0; line < count; line++) {
      const numbered = count === 1 ? name : (labels[line] ?? `${name}_${line + 1}`);
      group.lines.push({ name: imaginary ? `${numbered}_re` : numbered, matrix: real, axis, line, length, unit });
      if (imaginary) group.lines.push({ name: `${numbered}_im`, matrix: imaginary, axis, line, length, unit });
    }
  }

  for (const [what, names] of others) {
    if (what === "damaged") continue;
    findings.push(
      finding(`import.left-out-${what}`, "note", {
        names: names.slice(0, 12).join(", ") + (names.length > 12 ? " …" : ""),
        count: names.length,
      }),
    );
  }

  const rootStep = groups[0]?.stepMs;
  const tables: RecordedTable[] = [];
  for (const group of groups) {
    const byLength = groupedBy(group.lines, ({ length }) => length);
    for (const all of byLength.values()) {
      const lines = all.slice(0, mostChannels);
      const name = byLength.size === 1 ? group.path : tableName(group.path, lines, separator);
      const table = await tableOf(name, lines, parentStep(group) ?? rootStep, contents.start ?? null);
      tables.push(table);
    }
  }
  /** A rate stands beside the samples, or in the struct around them. */
  function parentStep(group: Group): number | undefined {
    const around = groups.filter(
      ({ path, stepMs }) => stepMs !== undefined && (path === group.path || group.path.startsWith(`${path}${separator}`)),
    );
    return around.toSorted((a, b) => b.path.length - a.path.length)[0]?.stepMs;
  }

  return {
    tables,
    facts: {
      version: contents.version,
      ...(contents.header === "" ? {} : { header: contents.header }),
      variables: Object.fromEntries(contents.variables.map(({ name, value }) => [name, [value.shape, value.dtype]])),
      scalars,
      vectors: short,
      texts,
    },
    findings,
    ...(contents.zone === undefined ? {} : { zone: contents.zone }),
    inside: contents.variables
      .map(({ name }) => name)
      .join(", ")
      .slice(0, mostTextShown),
  };
}

/** Tables of one group differ in length: each is named by its group and its first channel. */
function tableName(path: string, lines: readonly Line[], separator: string): string {
  const first = lines[0]!.name;
  return path === "" ? first : `${path}${separator}${first}`;
}

async function tableOf(name: string, lines: readonly Line[], stepMs: number | undefined, start: number | null): Promise<RecordedTable> {
  const length = lines[0]!.length;
  let clock: RecordedTable["clock"] = { source: "rate", start, stepMs: stepMs ?? NaN };
  let toFormat: ((value: number) => number) | null = null;
  let clockLine = -1;
  for (const [at, line] of lines.entries()) {
    const found = await vectorClock({
      name: line.name.replace(/_1$/, ""),
      unit: line.unit,
      length,
      read: (from, count) => oneLine(line, from, count),
    });
    if (!found) continue;
    clock = { source: "channel", channel: at, format: found.format, start };
    toFormat = found.toFormat;
    clockLine = at;
    break;
  }
  const read: RecordedTable["read"] = async (from, count, wanted) => {
    const columns: (Float64Array | null)[] = lines.map(() => null);
    const matrices = new Map<MatMatrix, number[]>();
    for (const [at, line] of lines.entries()) {
      if (wanted[at]) matrices.set(line.matrix, [...(matrices.get(line.matrix) ?? []), at]);
    }
    for (const [matrix, places] of matrices) {
      const { axis } = lines[places[0]!]!;
      const across = Array.from({ length: matrix.shape[axis === 0 ? 1 : 0] }, () => false);
      for (const at of places) across[lines[at]!.line] = true;
      const block = await matrix.block(axis, from, count, across);
      for (const at of places) columns[at] = block[lines[at]!.line]!;
    }
    const times = clockLine >= 0 ? columns[clockLine] : null;
    if (times && toFormat) for (let k = 0; k < times.length; k++) times[k] = toFormat(times[k]!);
    return columns;
  };
  return { name, rows: length, clock, channels: lines.map(({ name: channel, unit }) => ({ name: channel, unit })), read };
}

async function oneLine({ matrix, axis, line }: Line, from: number, count: number): Promise<Float64Array> {
  const wanted = Array.from({ length: matrix.shape[axis === 0 ? 1 : 0] }, (_, k) => k === line);
  return (await matrix.block(axis, from, count, wanted))[line]!;
}

function longestSide(value: MatValue): number {
  const { content } = value;
  if (content.kind === "struct") return Math.max(0, ...content.fields.map((field) => longestSide(field.value)));
  return content.kind === "numbers" ? Math.max(...content.real.shape) : 0;
}

function isVector(value: MatValue): boolean {
  if (value.content.kind !== "numbers") return false;
  const [rows, columns] = value.content.real.shape;
  return (rows === 1) !== (columns === 1);
}
