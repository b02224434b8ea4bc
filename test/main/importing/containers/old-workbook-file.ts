/** A record of a workbook stream of Excel 97. */
export function record(id: number, ...data: (Buffer | number[])[]): Buffer {
  const body = Buffer.concat(data.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

export const u16 = (...values: number[]): Buffer => {
  const b = Buffer.alloc(2 * values.length);
  for (const [k, v] of values.entries()) b.writeUInt16LE(v, 2 * k);
  return b;
};

export const u32 = (value: number): Buffer => {
  const b = Buffer.alloc(4);
  b.writeUInt32LE(value);
  return b;
};

export const f64 = (value: number): Buffer => {
  const b = Buffer.alloc(8);
  b.writeDoubleLE(value);
  return b;
};

/** A string with a two-byte count, in bytes where it can be. */
export function text16(text: string): Buffer {
  const wide = /[^\0-\xff]/.test(text);
  return Buffer.concat([u16(text.length), Buffer.from([wide ? 1 : 0]), Buffer.from(text, wide ? "utf16le" : "latin1")]);
}

const bof = (kind: number) => record(0x809, u16(0x600, kind, 0, 0, 0, 0, 0, 0));
const eof = record(0x0a);

export interface OldWorkbook {
  readonly sheets: readonly { readonly name: string; readonly records: readonly Buffer[]; readonly kind?: number }[];
  /** Records between the first and the list of sheets: formats, styles, strings. */
  readonly globals?: readonly Buffer[];
}

/** The stream of a workbook. */
export function workbookStream({ sheets, globals = [] }: OldWorkbook): Buffer {
  const bodies = sheets.map(({ records }) => Buffer.concat([bof(0x10), ...records, eof]));
  const bound = (k: number, at: number) => {
    const { name, kind = 0 } = sheets[k]!;
    const wide = /[^\0-\xff]/.test(name);
    return record(0x85, u32(at), [0, kind, name.length, wide ? 1 : 0], Buffer.from(name, wide ? "utf16le" : "latin1"));
  };
  const head = (places: readonly number[]) => Buffer.concat([bof(5), ...globals, ...places.map((at, k) => bound(k, at)), eof]);
  let at = head(sheets.map(() => 0)).length;
  const places = bodies.map((body) => {
    at += body.length;
    return at - body.length;
  });
  return Buffer.concat([head(places), ...bodies]);
}

/** A compound file with one stream in sectors of 512 bytes: header, table of sectors, directory, stream. */
export function compoundFile(name: string, stream: Buffer): Buffer {
  const sectors = Math.max(8, Math.ceil(stream.length / 512)); // 4096 bytes at least: a shorter stream would stand elsewhere
  const tables = Math.ceil((sectors + 1 + 1) / 127);
  const head = Buffer.alloc(512, 0xff);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(head);
  head.fill(0, 8, 76);
  head.writeUInt16LE(0x3e, 24);
  head.writeUInt16LE(3, 26);
  head.writeUInt16LE(0xfffe, 28);
  head.writeUInt16LE(9, 30);
  head.writeUInt16LE(6, 32);
  head.writeUInt32LE(tables, 44);
  head.writeUInt32LE(tables, 48);
  head.writeUInt32LE(4096, 56);
  head.writeUInt32LE(0xfffffffe, 60);
  head.writeUInt32LE(0xfffffffe, 68);
  for (let k = 0; k < tables; k++) head.writeUInt32LE(k, 76 + 4 * k);
  const table = Buffer.alloc(512 * tables, 0xff);
  for (let k = 0; k < tables; k++) table.writeUInt32LE(0xfffffffd, 4 * k);
  table.writeUInt32LE(0xfffffffe, 4 * tables);
  for (let k = 0; k < sectors; k++) table.writeUInt32LE(k + 1 === sectors ? 0xfffffffe : tables + 2 + k, 4 * (tables + 1 + k));
  const directory = Buffer.alloc(512);
  const entry = (at: number, label: string, kind: number, first: number, size: number) => {
    directory.write(label, at, "utf16le");
    directory.writeUInt16LE(2 * label.length + 2, at + 64);
    directory[at + 66] = kind;
    directory.fill(0xff, at + 68, at + 80);
    directory.writeUInt32LE(first, at + 116);
    directory.writeUInt32LE(size, at + 120);
  };
  entry(0, "Root Entry", 5, 0xfffffffe, 0);
  directory.writeUInt32LE(1, 76);
  entry(128, name, 2, tables + 1, Math.max(4096, stream.length));
  return Buffer.concat([head, table, directory, stream, Buffer.alloc(sectors * 512 - stream.length)]);
}

export const oldWorkbookFile = (book: OldWorkbook): Buffer => compoundFile("Workbook", workbookStream(book));
