import { closeSync, mkdirSync, openSync, readSync, rmSync } from "node:fs";
import { join } from "node:path";
import { StringDecoder } from "node:string_decoder";
import { duckdbAlone, sqlText } from "./duckdb-alone.ts";
import { TabTable } from "./tab-table.ts";

export interface TimedSample {
  /** Integer that fits 64 bits. */
  readonly time: string;
  /** Place of its column; below 0 for the negative number of a line that is no sample, which stays beside what it stood with. */
  readonly column: number;
  /** Without tabs and line ends, at most 65,536 characters. */
  readonly text: string;
}

const blockBytes = 1 << 20;

/** Sorts samples by time, those of one time in the order they came, in bounded memory: on the disk, in the new folder `folder`, which is removed. */
export async function* inOrderOfTime(samples: Iterable<TimedSample>, folder: string): AsyncGenerator<TimedSample> {
  mkdirSync(folder, { mode: 0o700 });
  try {
    const written = join(folder, "written");
    const sorted = join(folder, "sorted");
    const table = new TabTable(written);
    try {
      let place = 0;
      for (const { time, column, text } of samples) table.line([time, String(place++), String(column), text]);
      table.close();
    } finally {
      table.abandon();
    }
    const duckdb = await duckdbAlone(join(folder, "spilled"));
    const form = "delim = '\t', quote = '', escape = '', header = false";
    const columns = "{'time': 'BIGINT', 'place': 'BIGINT', 'col': 'INTEGER', 'value': 'VARCHAR'}";
    try {
      await duckdb.connection.run(
        `COPY (SELECT time, col, value FROM read_csv(${sqlText(written)}, ${form}, auto_detect = false, columns = ${columns}, max_line_size = 1048576, buffer_size = 8388608, new_line = '\\n')
               ORDER BY time, place) TO ${sqlText(sorted)} (FORMAT csv, DELIMITER '\t', QUOTE '', ESCAPE '', HEADER false)`,
      );
    } finally {
      duckdb.close();
    }
    rmSync(written);
    for (const line of linesOf(sorted)) {
      const first = line.indexOf("\t");
      const second = line.indexOf("\t", first + 1);
      yield { time: line.slice(0, first), column: Number(line.slice(first + 1, second)), text: line.slice(second + 1) };
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function* linesOf(path: string): Generator<string> {
  const file = openSync(path, "r");
  try {
    const block = Buffer.allocUnsafe(blockBytes);
    const decoder = new StringDecoder("utf8");
    let rest = "";
    for (let length = readSync(file, block); length > 0; length = readSync(file, block)) {
      const lines = (rest + decoder.write(block.subarray(0, length))).split("\n");
      rest = lines.pop()!;
      yield* lines;
    }
    if (rest !== "") yield rest;
  } finally {
    closeSync(file);
  }
}
