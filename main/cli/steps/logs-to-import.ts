import { statSync } from "node:fs";
import type { Finding } from "#shared/domain/finding.ts";
import { lookInside } from "../../importing/containers/open-log.ts";
import type { Session } from "../frame/session.ts";
import { filesThere } from "./files-there.ts";

/** Files that become one import. */
export interface LogToImport {
  /** "" where the files were named one by one. */
  readonly name: string;
  readonly files: readonly string[];
}

/**
 * What the paths stand for: files named one by one are one log; folders, archives and workbooks with several logs are gone through, and the files of
 * a series put together. Throws `cli.no-file`.
 */
export async function logsToImport(
  session: Session,
  paths: readonly string[],
): Promise<{ logs: LogToImport[]; left: { path: string; finding: Finding }[] }> {
  const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  filesThere(
    session.out,
    paths.filter((path) => !isFolder(path)),
  );
  for (const path of paths) {
    if (!isFolder(path) && !(await holdsSeveral(path))) continue;
    const { groups, left } = await session.ask.importing.expand({ paths: [...paths] });
    return { logs: groups, left };
  }
  return { logs: [{ name: "", files: paths }], left: [] };
}

async function holdsSeveral(path: string): Promise<boolean> {
  const look = await lookInside(path);
  return look !== undefined && look.members.length > 1;
}
