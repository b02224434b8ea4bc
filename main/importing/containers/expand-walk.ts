import { readdir, realpath, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Finding } from "#shared/domain/finding.ts";
import type { Run } from "#shared/domain/run.ts";
import { finding } from "../sentence.ts";

/** A file that was dropped, by itself or inside a folder. */
export interface DroppedFile {
  readonly path: string;
  /** The folders between what was dropped and the file, "" for a file dropped by itself. */
  readonly folder: string;
  readonly bytes: number;
}

export interface Walked {
  readonly files: readonly DroppedFile[];
  readonly left: readonly { readonly path: string; readonly finding: Finding }[];
}

const deepest = 16; // folders in folders
const mostFiles = 20_000; // what a person can mean by one drop
const inOrder = new Intl.Collator("en", { numeric: true }).compare;

/** What operating systems, office programs and version control leave beside the files of people. */
const isHidden = (name: string): boolean =>
  /^(?:\.|~\$|__MACOSX$|thumbs\.db$|desktop\.ini$|ehthumbs\.db$|\$RECYCLE\.BIN$|System Volume Information$|lost\+found$)/i.test(name);

/** The files of what was dropped, folders in the order a person would read them in. A folder is entered once, however many links lead to it. */
export async function walkPaths(paths: readonly string[], run: Run): Promise<Walked> {
  const files: DroppedFile[] = [];
  const left: { path: string; finding: Finding }[] = [];
  const entered = new Set<string>();
  const taken = new Set<string>();
  let full = false;

  const leave = (path: string, code: "import.file-unreadable" | "import.folder-too-deep" | "import.not-a-file") =>
    void left.push({ path, finding: finding(code, "warning", { file: basename(path) }) });

  const visit = async (path: string, folder: string, depth: number): Promise<void> => {
    if (full) return;
    const stats = await stat(path).catch(() => undefined);
    if (!stats) return leave(path, "import.file-unreadable");
    if (stats.isDirectory()) return enter(path, folder, depth);
    if (!stats.isFile()) return leave(path, "import.not-a-file");
    const real = await realpath(path).catch(() => path);
    if (taken.has(real)) return;
    taken.add(real);
    if (files.length >= mostFiles) {
      full = true;
      left.push({ path, finding: finding("import.too-many-files", "warning", { most: mostFiles }) });
      return;
    }
    files.push({ path, folder, bytes: stats.size });
    run.tick(0, 1);
  };

  const enter = async (path: string, folder: string, depth: number): Promise<void> => {
    const real = await realpath(path).catch(() => path);
    if (entered.has(real)) return;
    entered.add(real);
    if (depth > deepest) return leave(path, "import.folder-too-deep");
    const names = await readdir(path).catch(() => undefined);
    if (!names) return leave(path, "import.file-unreadable");
    for (const name of names.filter((each) => !isHidden(each)).sort(inOrder)) {
      await visit(join(path, name), folder === "" ? basename(path) : `${folder}/${basename(path)}`, depth + 1);
    }
  };

  for (const path of paths) await visit(path, "", 0);
  return { files, left };
}
