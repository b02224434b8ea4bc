import { openFile } from "../../importing/file-source.ts";

/** What tells a log from every other: the bytes of the file on the disk, and the way inside it, "" for a file that is a log itself. */
export interface LogIdentity {
  sha256: string;
  inside: string;
}

/** The identity of each file, in order. */
export async function logIdentityTask({ files }: { files: string[] }): Promise<LogIdentity[]> {
  const found: LogIdentity[] = [];
  for (const path of files) {
    const source = await openFile(path);
    try {
      found.push({ sha256: await source.sha256(), inside: source.inside });
    } finally {
      await source.close();
    }
  }
  return found;
}
