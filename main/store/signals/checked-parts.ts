import { statSync } from "node:fs";
import { join } from "node:path";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { damaged, type SignalsManifest } from "./manifest.ts";

/** Paths of the parts that hold rows of the range, each there and as long as it was written. Throws `signals.damaged`. */
export function checkedParts(folder: string, manifest: SignalsManifest, range?: TimeRange): { path: string; rows: number }[] {
  const wanted = manifest.parts.filter((p) => !range || (p.to >= range.from && p.from < range.to));
  return wanted.map(({ file, rows, bytes }) => {
    const path = join(folder, file);
    const found = statSync(path, { throwIfNoEntry: false })?.size;
    if (found !== bytes) throw damaged(path, new Error(`${found ?? "no"} bytes found, ${bytes} written`));
    return { path, rows };
  });
}
