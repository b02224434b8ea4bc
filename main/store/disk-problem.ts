import { problem } from "#shared/domain/problem.ts";

/** What file systems and SQLite call a disk without room. https://www.sqlite.org/rescode.html#full */
const full = new Set(["ENOSPC", "EDQUOT", "SQLITE_FULL"]);
/** What they call a place that may not be written to. */
const refused = new Set(["EACCES", "EPERM", "EROFS", "SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM"]);

/** An error of the disk as what a person can mend, `disk.full` or `disk.refused`; every other error as it is. */
export function diskProblem(error: unknown, path: string): unknown {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== "string") return error;
  const data = { path };
  if (full.has(code))
    return problem("disk.full", `There is no room left on the disk for ${path}; make room and try again.`, data, { cause: error });
  // SQLite adds the particular to the general: SQLITE_READONLY_DIRECTORY.
  if ([...refused].some((known) => code === known || code.startsWith(`${known}_`))) {
    return problem("disk.refused", `${path} may not be written to; allow it, or work in another folder.`, data, { cause: error });
  }
  return error;
}
