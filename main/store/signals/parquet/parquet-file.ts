import { type FileHandle, open } from "node:fs/promises";
import { encodings, type Page } from "./page.ts";
import { ThriftWriter } from "./thrift.ts";

// Numbers of the Parquet format: apache/parquet-format, parquet.thrift.
const types = { int64: 2, double: 5 } as const;
const repetition = { required: 0, optional: 1 } as const;
const timestampMicros = 10;
const zstd = 6;
const magic = Buffer.from("PAR1");

export interface ParquetColumn {
  readonly name: string;
  readonly kind: "double" | "timestamp";
}

/** A page and what it holds; `min` and `max` as the 8 bytes they are stored in, absent when there is no value. */
export interface FilledPage {
  readonly page: Page;
  readonly nulls: number;
  readonly range: { readonly min: Uint8Array; readonly max: Uint8Array } | undefined;
}

interface Chunk extends Omit<FilledPage, "page"> {
  readonly offset: number;
  readonly bytes: number;
  readonly rawBytes: number;
}

/** A Parquet file in the making: row groups of one zstd page per column, then the footer. Half a file has no footer and is no Parquet file. */
export class ParquetFile {
  bytes = 0;
  readonly #file: FileHandle;
  readonly #columns: readonly ParquetColumn[];
  readonly #groups: { rows: number; chunks: Chunk[] }[] = [];

  private constructor(file: FileHandle, columns: readonly ParquetColumn[]) {
    this.#file = file;
    this.#columns = columns;
  }

  static async create(path: string, columns: readonly ParquetColumn[]): Promise<ParquetFile> {
    const made = new ParquetFile(await open(path, "wx"), columns);
    try {
      await made.#write([magic]);
    } catch (error) {
      await made.abandon();
      throw error;
    }
    return made;
  }

  async writeGroup(rows: number, pages: readonly FilledPage[]): Promise<void> {
    const chunks: Chunk[] = [];
    const pieces: Uint8Array[] = [];
    let offset = this.bytes;
    for (const { page, nulls, range } of pages) {
      const bytes = page.header.length + page.body.length;
      chunks.push({ offset, bytes, rawBytes: page.rawBytes, nulls, range });
      pieces.push(page.header, page.body);
      offset += bytes;
    }
    await this.#write(pieces);
    this.#groups.push({ rows, chunks });
  }

  /** Writes the footer, flushes and closes. */
  async finish(): Promise<void> {
    const footer = this.#footer();
    const length = Buffer.alloc(4);
    length.writeUInt32LE(footer.length);
    await this.#write([footer, length, magic]);
    await this.#file.sync();
    await this.#file.close();
  }

  async abandon(): Promise<void> {
    await this.#file.close();
  }

  async #write(pieces: readonly Uint8Array[]): Promise<void> {
    for (const piece of pieces) {
      for (let at = 0; at < piece.length; ) at += (await this.#file.write(piece, at)).bytesWritten;
      this.bytes += piece.length;
    }
  }

  #footer(): Uint8Array {
    const thrift = new ThriftWriter();
    thrift.element(() => {
      thrift.i32(1, 1);
      thrift.structs(2, [undefined, ...this.#columns], (column) => {
        if (!column) {
          thrift.text(4, "signals");
          thrift.i32(5, this.#columns.length);
          return;
        }
        thrift.i32(1, column.kind === "double" ? types.double : types.int64);
        thrift.i32(3, column.kind === "double" ? repetition.optional : repetition.required);
        thrift.text(4, column.name);
        if (column.kind === "double") return;
        thrift.i32(6, timestampMicros);
        thrift.struct(10, () =>
          thrift.struct(8, () => {
            thrift.bool(1, false);
            thrift.struct(2, () => thrift.struct(2, () => {}));
          }),
        );
      });
      thrift.i64(
        3,
        this.#groups.reduce((sum, g) => sum + g.rows, 0),
      );
      thrift.structs(4, this.#groups, ({ rows, chunks }) => {
        thrift.structs(1, [...chunks.entries()], ([k, chunk]) => this.#chunk(thrift, this.#columns[k]!, chunk, rows));
        thrift.i64(
          2,
          chunks.reduce((sum, c) => sum + c.rawBytes, 0),
        );
        thrift.i64(3, rows);
      });
      thrift.text(6, "OnePercent");
    });
    return thrift.bytes();
  }

  #chunk(thrift: ThriftWriter, column: ParquetColumn, chunk: Chunk, rows: number): void {
    thrift.i64(2, chunk.offset);
    thrift.struct(3, () => {
      thrift.i32(1, column.kind === "double" ? types.double : types.int64);
      thrift.i32s(2, column.kind === "double" ? [encodings.plain, encodings.rle] : [encodings.plain]);
      thrift.texts(3, [column.name]);
      thrift.i32(4, zstd);
      thrift.i64(5, rows);
      thrift.i64(6, chunk.rawBytes);
      thrift.i64(7, chunk.bytes);
      thrift.i64(9, chunk.offset);
      thrift.struct(12, () => {
        thrift.i64(3, chunk.nulls);
        if (!chunk.range) return;
        thrift.binary(5, chunk.range.max);
        thrift.binary(6, chunk.range.min);
      });
    });
  }
}
