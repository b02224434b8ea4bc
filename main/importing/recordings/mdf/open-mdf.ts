import type { Finding } from "#shared/domain/finding.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ByteSource } from "../../reader.ts";
import { finding, type ImportCode, sentence } from "../../sentence.ts";
import { readUpTo } from "../byte-window.ts";
import type { RecordedTable, Recording } from "../recording.ts";
import { fieldValues } from "./channel-values.ts";
import { type DataStream, dataStream } from "./data-stream.ts";
import { MdfBlocks } from "./mdf-blocks.ts";
import { type MdfChannel, type MdfDataGroup, type MdfGroup, readGroups } from "./read-groups.ts";
import { type RecordSource, type Records, sortedRecords, UnsortedRecords } from "./record-source.ts";

const idBytes = 64;
const mostNames = 5000;
/** Shared streams up to this size are looked through when the file is opened. */
const countedBytes = 64 << 20;
const mostTextShown = 500;
/** Records are gathered in runs of about so many bytes. */
const runBytes = 8 << 20;
/** Flags of a file that was not closed: counters of records, and the length of the last data block, are to be mended by the reader. */
const unfinished = { counters: 1, lastLength: 4 } as const;

/** A channel and the records it is in. */
interface Placed {
  readonly channel: MdfChannel;
  readonly group: MdfGroup;
  readonly records: RecordSource;
}

interface Loaded {
  readonly group: MdfGroup;
  readonly records: RecordSource;
  readonly rows: number;
}

/** The channel groups of an ASAM MDF 4 file. Throws `import.mdf-old` for version 3, `import.recording-damaged` where nothing can be read. */
export async function openMdf(source: ByteSource): Promise<Recording> {
  const refuse = (code: ImportCode, data: Record<string, string | number>) =>
    problem(code, sentence(code, data), data as Record<string, string>);
  const id = await readUpTo(source, 0, Math.min(source.size, idBytes));
  if (id.length < idBytes) throw refuse("import.recording-damaged", { file: source.name });
  const latin1 = (from: number, to: number) => new TextDecoder("latin1").decode(id.subarray(from, to)).replace(/[\0\s]+$/, "");
  const view = new DataView(id.buffer, id.byteOffset, idBytes);
  const version = latin1(8, 16);
  const number = view.getUint16(28, true);
  if (number < 400) throw refuse("import.mdf-old", { file: source.name, version });
  const isOpen = latin1(0, 8) === "UnFinMF";
  const flags = isOpen ? view.getUint16(60, true) : 0;

  const blocks = new MdfBlocks(source);
  const hd = await blocks.at(idBytes, "HD");
  if (!hd || hd.data.byteLength < 14) throw refuse("import.recording-damaged", { file: source.name });
  const { start, zone } = startOf(hd.data);
  const { dataGroups, whole } = await readGroups(blocks, hd.links[0] ?? 0);

  const findings: Finding[] = [];
  if (isOpen) findings.push(finding("import.not-closed", "note", { file: source.name }));
  let damaged = !whole;
  let cut = false;
  const loaded: Loaded[] = [];
  for (const dataGroup of dataGroups) {
    const stream = await dataStream(blocks, dataGroup.dataAt, isOpen && (flags & unfinished.lastLength) !== 0);
    if (!stream.whole) cut = true;
    for (const group of await load(dataGroup, stream)) loaded.push(group);
  }

  async function load(dataGroup: MdfDataGroup, stream: DataStream): Promise<Loaded[]> {
    const { groups } = dataGroup;
    const alone = groups.length === 1 && !groups[0]!.isText;
    const lengths = new Map(groups.map((group) => [group.recordId, group.isText ? null : group.dataBytes + group.invalidBytes]));
    if (!alone && (dataGroup.idBytes === 0 || lengths.size < groups.length)) {
      if (stream.length > 0 && groups.length > 0) damaged = true;
      return [];
    }
    const unsorted = alone ? undefined : new UnsortedRecords(stream, dataGroup.idBytes, lengths);
    const result: Loaded[] = [];
    for (const group of groups) {
      if (group.isText) continue;
      const bytes = group.dataBytes + group.invalidBytes;
      const records = unsorted ? unsorted.group(group.recordId, bytes) : sortedRecords(stream, dataGroup.idBytes, bytes);
      const mayCount = !unsorted || !stream.whole || (isOpen && (flags & unfinished.counters) !== 0);
      // Counting the records of a shared stream means reading it: only where the head cannot be trusted.
      const there =
        (mayCount || stream.length <= countedBytes) && bytes > 0 ? await records.count() : Math.min(group.cycles, stream.length + 1);
      // Records without a byte hold nothing but their number.
      const rows = bytes === 0 ? 0 : isOpen ? there : Math.min(group.cycles, there);
      if (!isOpen && bytes > 0 && rows < group.cycles) cut = true;
      result.push({ group, records, rows });
    }
    return result;
  }

  if (damaged) findings.push(finding("import.damaged-links", "warning", { file: source.name }));
  if (cut) findings.push(finding("import.cut-recording", "warning", { file: source.name }));
  const buses = loaded.filter(({ group, rows }) => group.isBus && rows > 0);
  const frames = buses.reduce((sum, { rows }) => sum + rows, 0);
  if (buses.length > 0) findings.push(finding("import.bus-frames", "warning", { file: source.name, groups: buses.length, frames }));
  const signals = loaded.filter(({ group }) => !group.isBus);
  const say = (code: ImportCode, severity: Finding["severity"], names: readonly string[]) => {
    if (names.length === 0) return;
    findings.push(finding(code, severity, { count: names.length, names: names.slice(0, 12).join(", ") + (names.length > 12 ? " …" : "") }));
  };
  say(
    "import.text-channels",
    "note",
    signals.flatMap(({ group }) => group.texts),
  );
  say(
    "import.channels-unread",
    "note",
    signals.flatMap(({ group }) => group.unread),
  );
  say(
    "import.channels-unscaled",
    "warning",
    signals.flatMap(({ group }) =>
      group.channels
        .filter(({ conversion }) => conversion.formula)
        .map(({ name, conversion }) => `${name} (${conversion.formula!.slice(0, 60)})`),
    ),
  );
  say(
    "import.state-channels",
    "note",
    signals.flatMap(({ group }) => group.channels.filter(({ conversion }) => conversion.states).map(({ name }) => name)),
  );

  let namesLeft = mostNames;
  return {
    tables: tablesOf(signals, start),
    facts: {
      version,
      program: latin1(16, 24),
      finished: !isOpen,
      ...(start === null ? {} : { start: new Date(start).toISOString() }),
      groups: loaded.map(({ group, rows }) => {
        const channels = group.names.slice(0, Math.max(0, namesLeft));
        namesLeft -= channels.length;
        return { name: group.name, rows, ...(group.isBus ? { bus: true } : {}), channels };
      }),
    },
    findings,
    ...(zone === undefined ? {} : { zone }),
    inside:
      loaded
        .map(({ group }) => group.name || group.names[0] || "")
        .filter((name) => name !== "")
        .join(", ")
        .slice(0, mostTextShown) || "—",
  };
}

function tablesOf(loaded: readonly Loaded[], start: number | null): RecordedTable[] {
  const byAddress = new Map(loaded.map((each) => [each.group.at, each]));
  const tables = new Map<Loaded, Placed[]>();
  for (const one of loaded) {
    if (one.rows === 0 || one.group.channels.length === 0) continue;
    // Groups of columns share the master of the group they point to.
    const owner = byAddress.get(one.group.masterAt);
    const host = owner && owner.rows === one.rows && owner.group.masterAt === 0 ? owner : one;
    const placed = one.group.channels.map((channel) => ({ channel, group: one.group, records: one.records }));
    tables.set(host, [...(tables.get(host) ?? []), ...placed]);
  }
  return [...tables].map(([{ group, rows }, placed]) => tableOf(group.name, rows, placed, start));
}

function tableOf(name: string, rows: number, placed: readonly Placed[], start: number | null): RecordedTable {
  const channels = placed.filter(({ channel }) => channel.role !== "virtual-master");
  const master = channels.findIndex(({ channel }) => channel.role === "master" && channel.sync === 1);
  const virtual = placed.find(({ channel }) => channel.role === "virtual-master" && channel.sync === 1)?.channel.conversion.linear;
  const clock: RecordedTable["clock"] =
    master >= 0
      ? { source: "channel", channel: master, format: "elapsed-s", start }
      : virtual && virtual.factor > 0
        ? { source: "rate", start: start === null ? null : start + virtual.offset * 1000, stepMs: virtual.factor * 1000 }
        : { source: "rate", start, stepMs: NaN };
  return {
    name,
    rows,
    clock,
    channels: channels.map(({ channel }) => ({ name: channel.name, unit: channel.unit })),
    async read(from, count, wanted) {
      const columns = channels.map((_, at) => (wanted[at] ? new Float64Array(count).fill(NaN) : null));
      const sources = [...new Set(channels.filter((_, at) => wanted[at]).map(({ records }) => records))];
      for (const source of sources) {
        const step = Math.max(1, Math.floor(runBytes / Math.max(1, source.stride)));
        for (let done = 0; done < count; done += step) {
          const run = Math.min(step, count - done);
          const records = source.stride === 0 ? noRecords : await source.records(from + done, run);
          for (const [at, each] of channels.entries()) {
            const column = columns[at];
            if (column && each.records === source) channelRun(each, records, column, { at: done, count: run, row: from + done });
          }
        }
      }
      return columns;
    },
  };
}

const noRecords: Records = { bytes: new Uint8Array(0), at: 0, stride: 0, count: 0, lost: [] };

function channelRun(
  { channel, group }: Placed,
  records: Records,
  into: Float64Array,
  { at, count, row }: { at: number; count: number; row: number },
): void {
  const { field, conversion, invalidBit } = channel;
  const there = field ? Math.min(count, records.count) : count;
  if (field) fieldValues(records.bytes, field, { at: records.at, stride: records.stride, count: there }, into, at);
  else for (let k = 0; k < there; k++) into[at + k] = row + k;
  const { convert } = conversion;
  if (convert) for (let k = at; k < at + there; k++) into[k] = convert(into[k]!);
  if (field && invalidBit !== undefined) {
    const place = records.at + group.dataBytes + (invalidBit >> 3);
    const mask = 1 << (invalidBit & 7);
    for (let k = 0; k < there; k++) if ((records.bytes[place + k * records.stride]! & mask) !== 0) into[at + k] = NaN;
  }
  if (field) for (const { from, to } of records.lost) into.fill(NaN, at + from, at + to);
}

/** HDBLOCK: ns since 1970 UTC, or of a wall clock nobody named; minutes from UTC where they are known. */
function startOf(data: DataView): { start: number | null; zone: string | null | undefined } {
  const ns = data.getBigUint64(0, true);
  if (ns === 0n) return { start: null, zone: undefined };
  const start = Number(ns / 1000n) / 1000;
  // Beyond what a date can hold there is no start.
  if (!(Math.abs(start) < 8.64e15)) return { start: null, zone: undefined };
  const flags = data.getUint8(12);
  if ((flags & 1) !== 0) return { start, zone: null };
  if ((flags & 2) === 0) return { start, zone: undefined };
  const minutes = data.getInt16(8, true) + data.getInt16(10, true);
  if (minutes === 0 || Math.abs(minutes) > 14 * 60) return { start, zone: undefined };
  const two = (value: number) => String(value).padStart(2, "0");
  return { start, zone: `${minutes < 0 ? "-" : "+"}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}` };
}
