import type { Run } from "#shared/domain/run.ts";
import type { Merge } from "./sheet-text.ts";
import { cellPlace } from "./xlsx-place.ts";
import type { ZipArchive } from "./zip-archive.ts";
import type { ZipEntry } from "./zip-entry.ts";

const end = "sheetData>";
/** Cells are merged by hand: so much tells of fifty thousand. */
const longestTail = 4 << 20;

/** The merged cells of a sheet. They stand behind all its cells, so the sheet is unpacked once for them alone, which costs a tenth of reading it. */
export async function xlsxMerges(archive: ZipArchive, entry: ZipEntry, run: Run): Promise<Merge[]> {
  let tail = "";
  let behind = false;
  await archive.pour(
    entry,
    {
      async write(bytes) {
        if (behind) {
          if (tail.length < longestTail) tail += latin(bytes);
          return;
        }
        const joined = Buffer.concat([Buffer.from(tail, "latin1"), bytes]);
        const at = joined.lastIndexOf(end);
        // The opening tag ends the same way; only the closing one has a slash before it.
        if (at > 0 && /<\/(\w+:)?$/.test(joined.toString("latin1", Math.max(0, at - 20), at))) {
          behind = true;
          tail = joined.toString("latin1", at + end.length);
        } else tail = joined.toString("latin1", Math.max(0, joined.length - 40));
      },
    },
    run,
    () => {},
  );
  if (!behind) return [];
  const merges: Merge[] = [];
  for (const [, from, to] of tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
    const a = cellPlace(from!);
    const b = cellPlace(to!);
    if (a && b && a.row <= b.row && a.column <= b.column) merges.push({ top: a.row, left: a.column, bottom: b.row, right: b.column });
  }
  return merges;
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
