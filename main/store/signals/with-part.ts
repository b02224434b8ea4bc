import { statSync } from "node:fs";
import { join } from "node:path";
import { damaged, type SignalsManifest } from "./manifest.ts";
import { ParquetSource } from "./parquet/parquet-source.ts";

/** Works on a part of a folder, opened and as long as it was written; whatever is found wrong with it is thrown as `signals.damaged`. */
export async function withPart<T>(
  folder: string,
  part: SignalsManifest["parts"][number],
  work: (source: ParquetSource) => Promise<T>,
): Promise<T> {
  const path = join(folder, part.file);
  const found = statSync(path, { throwIfNoEntry: false })?.size;
  if (found !== part.bytes) throw damaged(path, new Error(`${found ?? "no"} bytes found, ${part.bytes} written`));
  try {
    const source = await ParquetSource.open(path);
    try {
      return await work(source);
    } finally {
      await source.close();
    }
  } catch (cause) {
    // What a file can be guilty of: bytes that are not as written, or that the disk or the decompressor refuses. Anything else is our own fault.
    const guilty = cause instanceof RangeError || (cause instanceof Error && "code" in cause);
    throw guilty ? damaged(path, cause) : cause;
  }
}
