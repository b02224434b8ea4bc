import type { RecordingPlan } from "#shared/domain/importing.ts";
import { ProblemError } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import type { FormatReader } from "../../../../main/importing/reader.ts";
import { memorySource } from "../memory-source.ts";

/** What a log of a few kilobytes can hold at most, and more. */
const mostRows = 5_000_000;

/** How the HDF5 library and its WebAssembly tell of damage. */
const libraryWords = /HDF5-DIAG|RuntimeError|name not defined|null function|out of bounds|Aborted|could not open/i;

/** Reads damaged bytes to the end. Returns the rows read, or -1 where a problem was told; anything else that is thrown is a fault of the reader. */
export async function rowsOfDamaged(reader: FormatReader<RecordingPlan>, bytes: Uint8Array): Promise<number> {
  const source = memorySource(bytes, "damaged");
  reader.sniff(bytes.subarray(0, 64 << 10), "damaged");
  try {
    const { plan, beside } = await reader.describe(source);
    let rows = 0;
    for (const one of [plan, ...beside]) {
      for await (const part of reader.read([source], one, quietRun()).parts()) {
        rows += part.frame.time.length;
        part.release();
        if (rows > mostRows) throw new Error(`More than ${mostRows} rows from ${bytes.length} bytes.`);
      }
    }
    return rows;
  } catch (error) {
    if (error instanceof ProblemError && error.problem.code !== "import.recording-damaged") return -1;
    // Told in general words: fine where nothing lies behind it, or what the HDF5 library said; a fault where something broke.
    if (error instanceof ProblemError && (error.cause === undefined || libraryWords.test(String(error.cause)))) return -1;
    throw error instanceof ProblemError ? (error.cause ?? error) : error;
  }
}

/** Some bytes changed, cut out, put in twice or cut off; words that matter (sizes, counts, links) are set to what hurts. */
export function damaged(bytes: Buffer, next: () => number): Buffer {
  let made = Buffer.from(bytes);
  const times = 1 + Math.floor(next() * 5);
  for (let k = 0; k < times && made.length > 0; k++) {
    const at = Math.floor(next() * made.length);
    const kind = next();
    if (kind < 0.08) made = made.subarray(0, at);
    else if (kind < 0.4) made[at] = Math.floor(next() * 256);
    else if (kind < 0.7) {
      const word = [0xffffffff, 0x7fffffff, 0, 1, 0x80000000, 0x10000, 24, made.length, at][Math.floor(next() * 9)]!;
      const place = Math.min(at - (at % 4), made.length - 4);
      if (place >= 0) made.writeUInt32LE(word >>> 0, place);
    } else if (kind < 0.8) {
      const place = Math.min(at - (at % 8), made.length - 8);
      if (place >= 0) made.writeBigUInt64LE([2n ** 64n - 1n, 2n ** 40n, BigInt(at), 64n][Math.floor(next() * 4)]!, place);
    } else if (kind < 0.9) made = Buffer.concat([made.subarray(0, at), made.subarray(Math.min(made.length, at + Math.floor(next() * 40)))]);
    else made = Buffer.concat([made.subarray(0, at), made.subarray(Math.max(0, at - 40), at), made.subarray(at)]);
  }
  return made;
}
