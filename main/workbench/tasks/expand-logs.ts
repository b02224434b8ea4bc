import { statSync } from "node:fs";
import { basename } from "node:path";
import type { Finding } from "#shared/domain/finding.ts";
import type { LogGroup } from "#shared/domain/log-group.ts";

export interface ExpandedLogs {
  groups: LogGroup[];
  left: { path: string; finding: Finding }[];
}

/** The logs in what was dropped. */
export async function expandLogsTask({ paths }: { paths: string[] }): Promise<ExpandedLogs> {
  const bytes = paths.reduce((sum, path) => sum + (statSync(path, { throwIfNoEntry: false })?.size ?? 0), 0);
  return { groups: [{ name: basename(paths[0]!), files: paths, bytes, format: "delimited-text" }], left: [] };
}
