import { problem } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { sentence } from "../sentence.ts";
import type { Container } from "./container.ts";
import { GuardedFile } from "./guarded-file.ts";
import { headOfPour } from "./head-sink.ts";
import { openZip, type ZipArchive } from "./zip-archive.ts";
import type { ZipEntry } from "./zip-entry.ts";

/** Files packed together (APPNOTE 6.3.10). */
export const zip: Container = {
  id: "zip",
  archive: true,
  sniff(head, name) {
    if (isZip(head)) return 0.9;
    return /\.zip$/i.test(name) ? 0.6 : 0; // its beginning may be lost, its list stands at the end
  },
  members: (path) =>
    opened(path, async (archive) => archive.entries.filter((entry) => !isHidden(entry.name)).map(({ name, bytes }) => ({ name, bytes }))),
  extract: (path, member, into, run, tell) =>
    opened(path, async (archive) => {
      const entry = entryOf(archive, member);
      const out = new GuardedFile({ path: into, source: `${archive.name}/${member}`, packedBytes: entry.packedBytes });
      try {
        await out.open(entry.bytes ?? 0);
        await archive.pour(entry, out, run, tell);
      } finally {
        await out.close();
      }
    }),
  head: (path, member, bytes) =>
    opened(path, (archive) => headOfPour(bytes, (sink) => archive.pour(entryOf(archive, member), sink, quietRun(), () => {}))),
};

/** Begins with a local header, with the mark of what once was several disks in front of it, or holds nothing. */
function isZip(head: Uint8Array): boolean {
  const mark = (at: number, a: number, b: number) => head[at] === 0x50 && head[at + 1] === 0x4b && head[at + 2] === a && head[at + 3] === b;
  return mark(0, 3, 4) || mark(0, 5, 6) || ((mark(0, 7, 8) || mark(0, 0x30, 0x30)) && mark(4, 3, 4));
}

/** What operating systems and office programs leave beside the files of people. */
const isHidden = (name: string): boolean => /(^|\/)(\.|~\$|__MACOSX\/|thumbs\.db$|desktop\.ini$)/i.test(name);

function entryOf(archive: ZipArchive, member: string): ZipEntry {
  const entry = archive.entries.find(({ name }) => name === member);
  if (entry) return entry;
  const data = { file: archive.name, member };
  throw problem("import.member-missing", sentence("import.member-missing", data), data);
}

async function opened<T>(path: string, use: (archive: ZipArchive) => Promise<T>): Promise<T> {
  const archive = await openZip(path);
  try {
    return await use(archive);
  } finally {
    await archive.close();
  }
}
