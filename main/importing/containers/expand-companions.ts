/** Files that another one is read with: the ending of the companion, and that of the file it belongs to. */
const pairs: readonly (readonly [companion: string, main: string, mainFormat: string])[] = [
  [".dat", ".cfg", "comtrade"],
  [".hdr", ".cfg", "comtrade"],
  [".inf", ".cfg", "comtrade"],
  [".tdms_index", ".tdms", "tdms"],
];
/** SQLite names what it keeps beside a data base by a whole second ending. */
const besideDatabase = ["-wal", "-shm", "-journal"];

/**
 * The files that are read with another one, each with that one.
 * @param formatOf format of a file by its path
 */
export function companionsOf(paths: readonly string[], formatOf: (path: string) => string | undefined): Map<string, string> {
  const byLower = new Map(paths.map((path) => [path.toLowerCase(), path]));
  const found = new Map<string, string>();
  for (const path of paths) {
    const lower = path.toLowerCase();
    for (const end of besideDatabase) {
      const main = lower.endsWith(end) ? byLower.get(lower.slice(0, -end.length)) : undefined;
      if (main !== undefined && formatOf(main) === "sqlite") found.set(path, main);
    }
    for (const [companion, main, format] of pairs) {
      if (!lower.endsWith(companion)) continue;
      const other = byLower.get(lower.slice(0, -companion.length) + main);
      if (other !== undefined && formatOf(other) === format) found.set(path, other);
    }
  }
  return found;
}
