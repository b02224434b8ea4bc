import { statSync } from "node:fs";
import type { Run } from "#shared/domain/run.ts";
import type { Container } from "./container.ts";
import { lineProtocolLikeness } from "./line-protocol-likeness.ts";
import { type ScanOptions, scanPoints } from "./line-protocol-scan.ts";
import { inOrderOfTime, type TimedSample } from "./line-protocol-sort.ts";
import { type LineProtocolTables, lineProtocolTables, type MeasurementTable } from "./line-protocol-tables.ts";
import { isoOfTime } from "./line-protocol-time.ts";
import { WideRows } from "./line-protocol-wide.ts";
import { Recent } from "./recent.ts";
import { RowsAndRest } from "./rows-and-rest.ts";
import { tabHead } from "./tab-head.ts";
import { oneLine, type TabLines, TabTable, tabCell } from "./tab-table.ts";

const headBytes = 256 << 10;
/** Beyond it a table of a column per series is one nobody can read: each sample is a row of its own. */
const widest = 2000;
/** InfluxDB takes no longer strings. https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol/#string */
const longestText = 65_536;

/**
 * Points in InfluxDB's line protocol: a member for each measurement, in which every field of every series is a column on one time column.
 * Truth is 1 and 0. A line that is no point stands in the first member as a line that is no row, `#<line> <text>`, and so do points without
 * a time among others that have one: the reader keeps them out and tells.
 */
export const lineProtocol: Container = {
  id: "line-protocol",
  sniff: lineProtocolLikeness,
  members: async (path) => tablesOf(path).tables.map(({ member }) => ({ name: member, bytes: null })),
  async extract(path, member, into, run) {
    const known = isKnown(path);
    const table = new TabTable(into);
    const half = (from: number) => ({
      tick: (done: number, total: number) => (known ? run.tick(done, total) : run.tick(from * total + done, 2 * total)),
    });
    try {
      const writing = begin({ path, tables: tablesOf(path, half(0)), member, into: table, options: half(1) });
      if (writing.table.ascending || writing.long) writing.writeAll(writing.samples());
      else await writeSorted(writing, `${into}.sort`, run);
      table.close();
    } finally {
      table.abandon();
    }
  },
  async head(path, member, bytes) {
    const options = { bytes: headBytes };
    return tabHead(bytes, (into) => {
      const writing = begin({ path, tables: lineProtocolTables(path, options), member, into, options });
      writing.writeAll(writing.samples());
    });
  },
};

/** The file looked at last: its measurements are taken out one after another. */
const last = new Recent<LineProtocolTables>(1);

function tablesOf(path: string, options: ScanOptions = {}): LineProtocolTables {
  const key = keyOf(path);
  const tables = last.get(key) ?? lineProtocolTables(path, options);
  last.set(key, tables);
  return tables;
}

const isKnown = (path: string): boolean => last.get(keyOf(path)) !== undefined;

function keyOf(path: string): string {
  const { size, mtimeMs, ino } = statSync(path);
  return JSON.stringify([path, size, mtimeMs, ino]);
}

interface Begun {
  readonly path: string;
  readonly tables: LineProtocolTables;
  readonly member: string;
  readonly into: TabLines;
  readonly options: ScanOptions;
}

interface Writing {
  readonly table: MeasurementTable;
  /** A row for each sample. */
  readonly long: boolean;
  /** The member's samples in the order of the file; what is no sample is written on the way. */
  samples(): Generator<TimedSample>;
  add(sample: TimedSample): void;
  end(): void;
  writeAll(samples: Iterable<TimedSample>): void;
}

function begin({ path, tables, member, into, options }: Begun): Writing {
  const found = tables.tables.findIndex((each) => each.member === member);
  // The head of a file may not have reached the member.
  const table = tables.tables[found] ?? { member, measurement: member, columns: [], ascending: true, timed: 1 };
  const names = table.columns.map(tabCell);
  const timed = table.timed > 0;
  const long = names.length > widest;
  const lines = new RowsAndRest(into, long ? ["tag", "time", "value"] : timed ? ["time", ...names] : names);
  const rows = new WideRows(lines, long ? 0 : names.length, timed);
  const iso = isoOfTime(tables.precision);

  const writing: Writing = {
    table,
    long,
    *samples() {
      // What is no sample takes the time of the sample before it, so that sorting leaves it where it stood.
      let time = "0";
      for (const scanned of scanPoints(path, options)) {
        const { point, line } = scanned;
        const place = point && tables.place(point);
        if (place ? place.table !== table : found !== 0) continue;
        if (!place || (point.time === undefined && timed)) {
          yield { time, column: -line, text: oneLine(scanned.text()) };
          continue;
        }
        time = point.time ?? "";
        for (const { key, text } of point.fields) yield { time, column: place.column(key), text: tabCell(text.slice(0, longestText)) };
      }
    },
    add({ time, column, text }) {
      if (column < 0) return lines.rest(-column, text);
      const at = time === "" ? "" : iso(time);
      if (long) lines.row([names[column]!, at, text]);
      else rows.add(at, column, text);
    },
    end() {
      rows.end();
      lines.end();
    },
    writeAll(samples) {
      for (const sample of samples) writing.add(sample);
      writing.end();
    },
  };
  return writing;
}

async function writeSorted(writing: Writing, folder: string, run: Run): Promise<void> {
  let done = 0;
  for await (const sample of inOrderOfTime(writing.samples(), folder)) {
    writing.add(sample);
    if (++done % 16_384 === 0) run.tick(1, 1);
  }
  writing.end();
}
