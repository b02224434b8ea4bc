import { closeSync, openSync, readSync } from "node:fs";

/**
 * What the first 100 bytes of a SQLite file say, read without SQLite, so that looking changes nothing.
 * Undefined where the file is none. https://www.sqlite.org/fileformat2.html section 1.3.
 */
export function readHeader(file: string): { version: number; applicationId: number } | undefined {
  const header = Buffer.alloc(100);
  const fd = openSync(file, "r");
  try {
    if (readSync(fd, header, 0, 100, 0) < 100) return undefined;
  } finally {
    closeSync(fd);
  }
  if (header.toString("latin1", 0, 16) !== "SQLite format 3\0") return undefined;
  return { version: header.readUInt32BE(60), applicationId: header.readUInt32BE(68) };
}
