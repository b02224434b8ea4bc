import type { Finding } from "#shared/domain/finding.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ByteSource, FileFacts } from "../../reader.ts";
import { finding, sentence } from "../../sentence.ts";
import { groupedBy } from "../grouped-by.ts";
import type { Channel, RecordedTable, Recording } from "../recording.ts";
import { vectorClock } from "../vector-clock.ts";
import type { TdmsProperties, TdmsValue } from "./read-properties.ts";
import { readSegments, type TdmsObject } from "./read-segments.ts";
import { Stretches, strandRows } from "./strand-rows.ts";
import { type TdmsScales, tdmsScales } from "./tdms-scales.ts";

const mostTold = 1000;
const mostTextShown = 500;

/** Values of a channel, ready to be read. */
interface Series {
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly object: TdmsObject;
  readonly scales: TdmsScales | undefined;
  readonly part: 0 | 1;
  readonly isTime: boolean;
  readonly start: number | null;
  /** NaN where the channel does not say. */
  readonly stepMs: number;
}

/** The groups of a TDMS file and their channels. Throws `import.tdms-index` for the index beside one. */
export async function openTdms(source: ByteSource): Promise<Recording> {
  const first = new Uint8Array(4);
  await source.read(0, first);
  if (String.fromCharCode(...first) === "TDSh")
    throw problem("import.tdms-index", sentence("import.tdms-index", { file: source.name }), { file: source.name });
  const { version, segments, objects, damagedAt, cut, unsized } = await readSegments(source);
  if (segments === 0)
    throw problem("import.recording-damaged", sentence("import.recording-damaged", { file: source.name }), { file: source.name });
  const findings: Finding[] = [];
  if (damagedAt !== undefined) findings.push(finding("import.damaged-part", "warning", { file: source.name, at: damagedAt }));
  if (cut) findings.push(finding("import.cut-recording", "warning", { file: source.name }));
  if (unsized) findings.push(finding("import.unsized-values", "warning", { file: source.name }));

  const stretches = new Stretches(source);
  const file = objects.get("/")?.properties ?? new Map();
  const texts: string[] = [];
  const unread: string[] = [];
  const unscaled: string[] = [];
  const series: Series[] = [];
  const told: Record<string, unknown> = {};
  for (const object of objects.values()) {
    const [group, name] = splitPath(object.path);
    const main = object.strands[0];
    if (group === undefined || name === undefined) continue;
    const type = main?.type;
    const full = `${group}/${name}`;
    const levels = [object.properties, objects.get(pathOf(group))?.properties ?? new Map(), file];
    const { scales, unknown } = tdmsScales(levels);
    if (unknown !== undefined && main) unscaled.push(`${full} (${unknown})`);
    const { properties } = object;
    const increment = numberOf(properties.get("wf_increment"));
    const unit = textOf(properties.get("unit_string")) ?? "";
    const dtype = scales && type?.kind === "number" ? "float64" : (type?.dtype ?? "void");
    const facts = { n: object.there, dtype, increment: increment ?? null, unit: unit === "" ? null : unit };
    if (Object.keys(told).length < mostTold) told[full] = facts;
    if (!type || object.rows === 0) continue;
    if (object.mixed) unread.push(full);
    if (type.kind === "text") texts.push(full);
    else if (type.kind === "unread") unread.push(full);
    else {
      const start = startOf(properties);
      const stepMs = increment !== undefined && increment > 0 ? increment * 1000 : NaN;
      const common = { group, unit, object, scales, isTime: type.kind === "time", start, stepMs };
      if (type.kind === "complex") series.push({ ...common, name: `${name}_re`, part: 0 }, { ...common, name: `${name}_im`, part: 1 });
      else series.push({ ...common, name, part: 0 });
      if (told[full] === facts && object.there > 0) {
        const one = series.at(-1)!;
        const ends = [await rows(one, 0, 1), await rows(one, object.there - 1, 1)].map(([value]) => value!);
        told[full] = { n: facts.n, dtype, first: fact(ends[0]!), last: fact(ends[1]!), increment: facts.increment, unit: facts.unit };
      }
    }
  }
  if (texts.length > 0) findings.push(finding("import.text-channels", "note", named(texts)));
  if (unread.length > 0) findings.push(finding("import.channels-unread", "warning", named(unread)));
  if (unscaled.length > 0) findings.push(finding("import.channels-unscaled", "warning", named(unscaled)));

  const facts: FileFacts = {
    version,
    segments,
    ...(file.size > 0 ? { properties: shownProperties(file) } : {}),
    groups: [...new Set([...objects.keys()].map((path) => splitPath(path)[0]).filter((group) => group !== undefined))],
    channels: told,
  };
  const tables = await tablesOf(series);
  return { tables, facts, findings, inside: [...objects.keys()].join(", ").slice(0, mostTextShown) };

  async function rows({ object, scales, part }: Series, from: number, count: number): Promise<Float64Array> {
    const raw = new Map<number, Float64Array>();
    for (const strand of object.strands) raw.set(strand.scaleId, await strandRows(stretches, strand, { from, count, part }));
    const only = raw.get(object.strands[0]!.scaleId)!;
    return scales ? scales.apply((id) => (id === undefined ? only : (raw.get(id) ?? only))) : only;
  }

  async function tablesOf(all: readonly Series[]): Promise<RecordedTable[]> {
    const groups = groupedBy(all, ({ group }) => group);
    const tables: RecordedTable[] = [];
    for (const [group, members] of groups) {
      // Channels of one length and clock belong together; a channel of times is the clock of all of its length.
      const byClock = groupedBy(members, ({ object, start, stepMs }) => `${object.rows} ${start} ${stepMs}`);
      const merged = new Map<string, Series[]>();
      for (const [key, some] of byClock) {
        const length = some[0]!.object.rows;
        const timed = Number.isNaN(some[0]!.stepMs) || some.every((one) => one.isTime);
        const target = timed
          ? [...merged.values()].find((table) => table[0]!.object.rows === length && table.some((one) => one.isTime))
          : undefined;
        if (target) target.push(...some);
        else merged.set(key, some);
      }
      for (const table of merged.values()) tables.push(await tableOf(merged.size === 1 ? group : `${group}/${table[0]!.name}`, table));
    }
    return tables;
  }

  async function tableOf(name: string, members: readonly Series[]): Promise<RecordedTable> {
    const length = members.reduce((most, { object }) => Math.max(most, object.there), 0);
    const { start, stepMs } = members.find((one) => !Number.isNaN(one.stepMs)) ?? members[0]!;
    let clock: RecordedTable["clock"] = { source: "rate", start, stepMs };
    let toFormat: ((value: number) => number) | null = null;
    let clockAt = members.findIndex((one) => one.isTime);
    if (clockAt >= 0) clock = { source: "channel", channel: clockAt, format: "epoch-ms", start: null };
    else if (Number.isNaN(stepMs)) {
      for (const [at, one] of members.entries()) {
        const found = await vectorClock({ name: one.name, unit: one.unit, length, read: (from, count) => rows(one, from, count) });
        if (!found) continue;
        clockAt = at;
        toFormat = found.toFormat;
        clock = { source: "channel", channel: at, format: found.format, start };
        break;
      }
    }
    return {
      name,
      rows: length,
      clock,
      channels: members.map(({ name: channel, unit }): Channel => ({ name: channel, unit })),
      async read(from, count, wanted) {
        const columns: (Float64Array | null)[] = [];
        for (const [at, one] of members.entries()) {
          const values = wanted[at] ? await rows(one, from, count) : null;
          columns.push(values && at === clockAt && toFormat ? values.map(toFormat) : values);
        }
        return columns;
      },
    };
  }
}

/** `/'group'/'channel'`, a quote within a name is doubled. */
function splitPath(path: string): [string | undefined, string | undefined] {
  const [group, name] = [...path.matchAll(/\/'((?:[^']|'')*)'/g)].map(([, part]) => part!.replaceAll("''", "'"));
  return [group, name];
}

const pathOf = (group: string): string => `/'${group.replaceAll("'", "''")}'`;

/** Ms since 1970 UTC: the waveform's start and the offset of its first value; null where the file does not say. */
function startOf(properties: TdmsProperties): number | null {
  const start = properties.get("wf_start_time");
  // LabVIEW writes its own zero, 1904, where nobody set a start.
  if (!(start instanceof Date) || Number.isNaN(start.getTime()) || start.getTime() <= Date.UTC(1904, 0, 2)) return null;
  return start.getTime() + (numberOf(properties.get("wf_start_offset")) ?? 0) * 1000;
}

const numberOf = (value: TdmsValue | undefined): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;
const textOf = (value: TdmsValue | undefined): string | undefined => (typeof value === "string" ? value.trim() : undefined);
const fact = (value: number): number | string => (Number.isFinite(value) ? value : String(value));
const named = (names: readonly string[]) => ({
  count: names.length,
  names: names.slice(0, 12).join(", ") + (names.length > 12 ? " …" : ""),
});

function shownProperties(properties: TdmsProperties): Record<string, string | number | boolean> {
  const shown = [...properties].slice(0, 100).map(([name, value]) => {
    if (value instanceof Date) return [name, Number.isNaN(value.getTime()) ? "" : value.toISOString()] as const;
    return [name, typeof value === "string" ? value.slice(0, mostTextShown) : value] as const;
  });
  return Object.fromEntries(shown);
}
