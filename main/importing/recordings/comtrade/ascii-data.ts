import { COMMA, MINUS } from "../../byte-codes.ts";
import { decimalByte, numberCell } from "../../number-cell.ts";
import type { ByteSource } from "../../reader.ts";
import { eachLine } from "../each-line.ts";
import type { ComtradeData } from "./comtrade-data.ts";

const rowsPerMark = 4096;
const endOfFile = 26; // Ctrl-Z, which DOS programs put behind a text
const missingCount = 99_999; // IEEE C37.111-1999, 8.4
const point = decimalByte(".");

interface Placed {
  readonly source: ByteSource;
  readonly analog: number;
  readonly status: number;
}

/** A line per sample, cells set apart by commas. Looks through the whole file once for where lines begin; a last line that is cut off is no row. */
export async function asciiData({ source, analog, status }: Placed): Promise<ComtradeData> {
  const columns = 2 + analog + status;
  const marks: number[] = [];
  let rows = 0;
  await eachLine(source, 0, (bytes, from, to, at, ended) => {
    if (isEnd(bytes, from, to)) return false;
    if (isBlank(bytes, from, to)) return true;
    if (!ended && cellsIn(bytes, from, to) < columns) return false;
    if (rows % rowsPerMark === 0) marks.push(at);
    rows++;
    return true;
  });
  return {
    rows,
    async read(first, count, into) {
      let row = Math.floor(first / rowsPerMark) * rowsPerMark;
      await eachLine(source, marks[row / rowsPerMark] ?? source.size, (bytes, from, to) => {
        if (isBlank(bytes, from, to)) return true;
        if (row >= first) takeLine(bytes, from, to, row - first, into, analog);
        return ++row < first + count;
      });
      for (const values of into) values?.fill(Number.NaN, Math.max(0, row - first));
    },
  };
}

function takeLine(bytes: Uint8Array, from: number, to: number, row: number, into: readonly (Float64Array | null)[], analog: number): void {
  let p = from;
  for (let k = 0; k < into.length; k++) {
    const begin = p;
    while (p < to && bytes[p] !== COMMA) p++;
    const values = into[k];
    if (values) {
      const value = begin < to ? numberCell(bytes, begin, p, point) : Number.NaN;
      values[row] = k >= 2 && k < 2 + analog && value === missingCount ? Number.NaN : value;
    }
    p++;
  }
}

const isBlank = (bytes: Uint8Array, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (bytes[i]! > 32) return false;
  return true;
};

/** The next section of a combined file, or the mark DOS puts at the end. */
const isEnd = (bytes: Uint8Array, from: number, to: number): boolean =>
  bytes[from] === endOfFile || (to - from > 3 && bytes[from] === MINUS && bytes[from + 1] === MINUS && bytes[from + 2] === MINUS);

function cellsIn(bytes: Uint8Array, from: number, to: number): number {
  let cells = 1;
  for (let i = from; i < to; i++) if (bytes[i] === COMMA) cells++;
  return cells;
}
