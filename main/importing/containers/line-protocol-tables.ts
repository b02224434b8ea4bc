import { basename } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import { sentence } from "../sentence.ts";
import { type Point, readSeries, type Tags } from "./line-protocol-point.ts";
import { type ScanOptions, scanPoints } from "./line-protocol-scan.ts";
import { laterTime, type Precision, precisionOf } from "./line-protocol-time.ts";
import { tableName } from "./safe-member-name.ts";

/** What is known of one measurement after the file was read once. */
export interface MeasurementTable {
  readonly member: string;
  readonly measurement: string;
  /** A column for each field of each series, in the order of first sight. */
  readonly columns: readonly string[];
  /** No point stands before an earlier one. */
  readonly ascending: boolean;
  /** Points with a time of their own. */
  readonly timed: number;
}

export interface LineProtocolTables {
  readonly tables: readonly MeasurementTable[];
  readonly precision: Precision;
  /** Where a point belongs. */
  place(point: Point): { readonly table: MeasurementTable; column(field: string): number };
}

interface Series {
  readonly growing: Growing;
  readonly tags: Tags;
  /** Place of the column of each field. */
  readonly columns: Map<string, number>;
}

interface Growing {
  readonly measurement: string;
  readonly series: Map<string, Series>;
  readonly columns: { readonly series: Series; readonly field: string }[];
  ascending: boolean;
  latest: string | undefined;
  timed: number;
}

const mostSeries = 200_000; // names held in memory at once; 200 bytes each
const knownSpellings = 100_000;

/** Reads a file of line protocol once and finds its measurements, and for each the columns its points need. */
export function lineProtocolTables(path: string, options: ScanOptions = {}): LineProtocolTables {
  const measurements = new Map<string, Growing>();
  const bySpelling = new Map<string, Series>();
  const digits = new Float64Array(24);
  let count = 0;

  const seriesOf = (point: Point): Series => {
    const known = bySpelling.get(point.series);
    if (known) return known;
    const { measurement, tags } = readSeries(point.series);
    let growing = measurements.get(measurement);
    if (!growing) {
      growing = { measurement, series: new Map(), columns: [], ascending: true, latest: undefined, timed: 0 };
      measurements.set(measurement, growing);
    }
    const key = JSON.stringify(tags);
    let series = growing.series.get(key);
    if (!series) {
      if (++count > mostSeries) throw tooMany(path);
      series = { growing, tags, columns: new Map() };
      growing.series.set(key, series);
    }
    if (bySpelling.size >= knownSpellings) bySpelling.clear();
    bySpelling.set(point.series, series);
    return series;
  };

  for (const { point } of scanPoints(path, options)) {
    if (!point) continue;
    const series = seriesOf(point);
    const { growing } = series;
    for (const { key } of point.fields) {
      if (series.columns.has(key)) continue;
      series.columns.set(key, growing.columns.length);
      growing.columns.push({ series, field: key });
      if (++count > mostSeries) throw tooMany(path);
    }
    if (point.time === undefined) continue;
    growing.timed++;
    digits[Math.min(23, point.time.replace("-", "").length)]!++;
    if (growing.latest !== undefined && laterTime(growing.latest, point.time)) growing.ascending = false;
    growing.latest = point.time;
  }

  const taken = new Set<string>();
  const tables = new Map<Growing, MeasurementTable>();
  for (const growing of measurements.values()) {
    const { measurement, ascending, timed } = growing;
    tables.set(growing, { member: tableName(measurement, taken), measurement, columns: columnNames(growing), ascending, timed });
  }
  return {
    tables: [...tables.values()],
    precision: precisionOf(digits),
    place(point) {
      const series = seriesOf(point);
      return { table: tables.get(series.growing)!, column: (field) => series.columns.get(field)! };
    },
  };
}

/** A field alone names its column where there is one series; else the tags in which the series differ stand behind it. */
function columnNames({ series, columns }: Growing): string[] {
  const all = [...series.values()];
  const keys = new Set(all.flatMap(({ tags }) => tags.map(({ key }) => key)));
  const varying = new Set([...keys].filter((key) => new Set(all.map(({ tags }) => tags.find((t) => t.key === key)?.value)).size > 1));
  return columns.map(({ series: { tags }, field }) => {
    const told = tags.filter(({ key }) => varying.has(key)).map(({ key, value }) => `${key}=${value}`);
    return told.length === 0 ? field : `${field} {${told.join(", ")}}`;
  });
}

function tooMany(path: string): Error {
  const data = { file: basename(path), most: mostSeries };
  return problem("import.too-many-series", sentence("import.too-many-series", data), data);
}
