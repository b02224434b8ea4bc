import type { ByteSource } from "../../../main/importing/reader.ts";

/** A log in memory, as a reader sees a file. */
export function memorySource(content: string | Uint8Array, name = "log.csv"): ByteSource {
  const bytes = typeof content === "string" ? Buffer.from(content) : content;
  return {
    name,
    size: bytes.length,
    async read(offset, into) {
      const part = bytes.subarray(offset, offset + into.length);
      into.set(part);
      return part.length;
    },
  };
}
