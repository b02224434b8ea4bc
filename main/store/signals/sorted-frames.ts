import { join } from "node:path";
import type { Frame } from "#shared/domain/frame.ts";
import { timeColumn } from "./column-names.ts";
import { damaged, readManifest } from "./manifest.ts";
import { openDuckdb } from "./open-duckdb.ts";
import { sqlName, sqlText } from "./sql-text.ts";
import { doubles, microHalves } from "./vector-items.ts";

const frameRows = 16_384;

/**
 * The rows of a folder that was written with `order: "any"`, ascending in time; rows of one time stay in the order they were written.
 * DuckDB sorts in bounded memory and spills to `tempFolder`.
 */
export async function* sortedFrames(input: { folder: string; threads: number; tempFolder: string }): AsyncGenerator<Frame> {
  const { folder, threads, tempFolder } = input;
  const manifest = readManifest(folder);
  if (manifest.rows === 0) return;
  const duckdb = await openDuckdb({ threads, memoryMB: 700, tempFolder });
  try {
    const files = manifest.parts.map((p) => sqlText(join(folder, p.file)));
    const names = manifest.columns.map((c) => `coalesce(${sqlName(c.column)}, 'nan'::DOUBLE)`);
    const result = await duckdb.connection.stream(
      `SELECT ${[timeColumn, ...names].join(", ")} FROM read_parquet([${files.join(", ")}], filename = 'part_file', file_row_number = true)
       ORDER BY ${timeColumn}, part_file, file_row_number`,
    );
    let frame = emptyFrame(manifest.columns);
    let rows = 0;
    for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
      if (rows + chunk.rowCount > frameRows) {
        yield cut(frame, rows);
        frame = emptyFrame(manifest.columns);
        rows = 0;
      }
      const halves = microHalves(chunk.getColumnVector(0));
      for (let i = 0; i < chunk.rowCount; i++) frame.time[rows + i] = (halves[2 * i + 1]! * 4294967296 + (halves[2 * i]! >>> 0)) / 1000;
      frame.columns.forEach((c, k) => {
        c.values.set(doubles(chunk.getColumnVector(k + 1)), rows);
      });
      rows += chunk.rowCount;
    }
    yield cut(frame, rows);
  } catch (cause) {
    throw damaged(folder, cause);
  } finally {
    duckdb.close();
  }
}

const emptyFrame = (columns: readonly { tag: string; unit: string }[]): Frame => ({
  time: new Float64Array(frameRows),
  columns: columns.map(({ tag, unit }) => ({ tag, unit, values: new Float64Array(frameRows) })),
});

const cut = (frame: Frame, rows: number): Frame => ({
  time: frame.time.subarray(0, rows),
  columns: frame.columns.map((c) => ({ ...c, values: c.values.subarray(0, rows) })),
});
