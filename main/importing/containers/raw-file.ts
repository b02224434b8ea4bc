import { type FileHandle, open } from "node:fs/promises";
import { basename } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import { sentence } from "../sentence.ts";

/** The bytes of a file on the disk, by position. */
export interface RawFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** At most `length` bytes from `offset` on, fewer only at the end of the file. Throws `import.file-unreadable`. */
  bytes(offset: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Throws `import.file-unreadable` with the name of the file. */
export async function openRaw(path: string): Promise<RawFile> {
  const file = basename(path);
  const unreadable = (cause: unknown) =>
    problem("import.file-unreadable", sentence("import.file-unreadable", { file }), { file }, { cause });
  let handle: FileHandle;
  let size: number;
  try {
    handle = await open(path, "r");
    size = (await handle.stat()).size;
  } catch (cause) {
    throw unreadable(cause);
  }
  return {
    name: file,
    size,
    async bytes(offset, length) {
      const into = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - offset)));
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
      return into.subarray(0, filled);
    },
    close: () => handle.close(),
  };
}
