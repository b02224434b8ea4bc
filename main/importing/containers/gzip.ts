import { crc32 } from "node:zlib";
import { problem } from "#shared/domain/problem.ts";
import { quietRun, type Run } from "#shared/domain/run.ts";
import { finding, sentence } from "../sentence.ts";
import type { Container, Tell } from "./container.ts";
import { GuardedFile } from "./guarded-file.ts";
import { headOfPour } from "./head-sink.ts";
import { inflate } from "./inflate.ts";
import { openRaw, type RawFile } from "./raw-file.ts";
import type { Sink } from "./sink.ts";

/** One file packed by gzip (RFC 1952), in one piece or in several behind each other, as loggers do that append. */
export const gzip: Container = {
  id: "gzip",
  archive: true,
  sniff: (head) => (isHeader(head, 0) ? 1 : 0),
  async members(path) {
    const file = await openRaw(path);
    try {
      return [{ name: memberName(file.name), bytes: null }];
    } finally {
      await file.close();
    }
  },
  async extract(path, _, into, run, tell) {
    const file = await openRaw(path);
    const out = new GuardedFile({ path: into, source: file.name, packedBytes: file.size });
    try {
      await out.open();
      await pour(file, out, run, tell);
    } finally {
      await out.close();
      await file.close();
    }
  },
  async head(path, _, bytes) {
    const file = await openRaw(path);
    try {
      return await headOfPour(bytes, (sink) => pour(file, sink, quietRun(), () => {}));
    } finally {
      await file.close();
    }
  },
};

/** The name without `.gz`: the name inside the header is often missing, and may be any text. */
const memberName = (name: string): string => name.replace(/\.tgz$/i, ".tar").replace(/(?<=.)\.(gz|gzip|z)$/i, "");

/** Unpacks piece after piece; behind damage it goes on where the next piece begins. */
async function pour(file: RawFile, sink: Sink, run: Run, tell: Tell): Promise<void> {
  const out = new Checked(sink);
  let at: number | undefined = 0;
  for (let piece = 0; at !== undefined && at < file.size; piece++) {
    const start = await dataStart(file, at);
    if (start === undefined) {
      if (piece === 0) throw damaged(file.name, at);
      if (!(await isPadding(file, at))) tell(finding("import.trailing-bytes", "note", { file: file.name, at }));
      return;
    }
    out.begin();
    const begin: number = start;
    const { state, consumed } = await inflate(async (offset, length) => {
      run.tick(begin + offset, file.size);
      return file.bytes(begin + offset, length);
    }, out);
    at = begin + consumed;
    const trailer = state === "whole" ? await file.bytes(at, 8) : undefined;
    if (state === "cut" || (trailer && trailer.length < 8)) {
      if (state === "cut" && out.total === 0) throw damaged(file.name, at);
      tell(finding("import.packed-cut", "warning", { file: file.name, at: file.size }));
      return;
    }
    if (trailer) {
      at += 8;
      const fits = trailer.readUInt32LE(0) === out.crc && trailer.readUInt32LE(4) === out.bytes % 2 ** 32;
      if (!fits) tell(finding("import.packed-checksum", "warning", { file: file.name, at: begin }));
    } else {
      const next = await nextHeader(file, at);
      if (next === undefined && out.total === 0) throw damaged(file.name, at);
      if (next === undefined) tell(finding("import.packed-broken", "warning", { file: file.name, at }));
      else tell(finding("import.packed-gap", "warning", { file: file.name, at, next }));
      at = next;
      // Half a line must not grow together with the next piece's first.
      if (next !== undefined) await out.newLine();
    }
  }
}

/** Counts and checks what passes. */
class Checked implements Sink {
  readonly #sink: Sink;
  #first = Buffer.alloc(0);
  /** Of the piece. */
  crc = 0;
  bytes = 0;
  /** Of all pieces. */
  total = 0;

  constructor(sink: Sink) {
    this.#sink = sink;
  }

  begin(): void {
    this.crc = 0;
    this.bytes = 0;
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (this.total < 2) this.#first = Buffer.concat([this.#first, bytes.subarray(0, 2)]);
    this.crc = crc32(bytes, this.crc);
    this.bytes += bytes.length;
    this.total += bytes.length;
    await this.#sink.write(bytes);
  }

  /** In the width of the text, as its byte order mark tells it. */
  async newLine(): Promise<void> {
    if (this.total === 0) return;
    const [a, b] = this.#first;
    const line = a === 0xff && b === 0xfe ? [10, 0] : a === 0xfe && b === 0xff ? [0, 10] : [10];
    if (line.length === 2 && this.total % 2 === 1) line.unshift(0);
    this.total += line.length;
    await this.#sink.write(Uint8Array.from(line));
  }
}

/** RFC 1952: magic, deflate, no reserved flag. */
const isHeader = (b: Uint8Array, at: number): boolean => b[at] === 0x1f && b[at + 1] === 0x8b && b[at + 2] === 8 && (b[at + 3] ?? 0) < 0x20;

const headerRoom = 64 << 10;

/** Where the deflated data of the piece at `at` begin; undefined where there is no whole header. */
async function dataStart(file: RawFile, at: number): Promise<number | undefined> {
  const b = await file.bytes(at, headerRoom + 512);
  if (b.length < 10 || !isHeader(b, 0)) return undefined;
  const flags = b[3]!;
  let p = 10;
  if (flags & 4) p += 2 + (p + 2 <= b.length ? b.readUInt16LE(p) : 0);
  for (const flag of [8, 16]) {
    if (!(flags & flag)) continue;
    const zero = b.indexOf(0, p);
    if (zero < 0) return undefined;
    p = zero + 1;
  }
  if (flags & 2) p += 2;
  return p <= b.length ? at + p : undefined;
}

/** Where the next piece begins behind damage; asks for more of the header than the magic, which noise has every 16 million bytes. */
async function nextHeader(file: RawFile, from: number): Promise<number | undefined> {
  const step = 1 << 20;
  for (let at = from + 1; at < file.size; at += step) {
    const b = await file.bytes(at, step + 10);
    for (let p = b.indexOf(0x1f); p >= 0 && p < step; p = b.indexOf(0x1f, p + 1)) {
      if (!isHeader(b, p) || p + 10 > b.length) continue;
      const extraFlags = b[p + 8]!;
      const system = b[p + 9]!;
      if ((extraFlags === 0 || extraFlags === 2 || extraFlags === 4) && (system <= 13 || system === 255)) return at + p;
    }
  }
  return undefined;
}

/** Tapes and some loggers fill up with zeros. */
async function isPadding(file: RawFile, from: number): Promise<boolean> {
  const b = await file.bytes(from, 1 << 20);
  return b.every((byte) => byte === 0);
}

const damaged = (file: string, at: number) =>
  problem("import.packed-unreadable", sentence("import.packed-unreadable", { file, at }), { file, at });
