import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { basename } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import type { ByteSource } from "./reader.ts";
import { sentence } from "./sentence.ts";

export interface FileSource extends ByteSource {
  /** SHA-256 of the whole file as hex; costs no second look at what was read from front to back before. */
  sha256(): Promise<string>;
  close(): Promise<void>;
}

/** A file to read from. Throws `import.file-unreadable` with its name. */
export async function openFile(path: string): Promise<FileSource> {
  const name = basename(path);
  const unreadable = (cause: unknown) =>
    problem("import.file-unreadable", sentence("import.file-unreadable", { file: name }), { file: name }, { cause });
  const handle = await open(path, "r").catch((cause: unknown) => {
    throw unreadable(cause);
  });
  const { size } = await handle.stat();
  const hash = createHash("sha256");
  let hashed = 0;
  const read = async (offset: number, into: Uint8Array): Promise<number> => {
    let filled = 0;
    try {
      while (filled < into.length) {
        const { bytesRead } = await handle.read(into, filled, into.length - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
    } catch (cause) {
      throw unreadable(cause);
    }
    if (offset === hashed) {
      hash.update(into.subarray(0, filled));
      hashed += filled;
    }
    return filled;
  };
  return {
    name,
    size,
    read,
    async sha256() {
      const rest = new Uint8Array(1 << 20);
      while ((await read(hashed, rest)) > 0);
      return hash.digest("hex");
    },
    close: () => handle.close(),
  };
}
