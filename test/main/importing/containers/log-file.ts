import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ProblemError } from "#shared/domain/problem.ts";
import { openFile } from "../../../../main/importing/file-source.ts";

/** Writes a file into the folder and gives its path. */
export function put(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** What a log holds, whatever it lies in. */
export async function logAt(path: string): Promise<{ name: string; text: string; damage: string[]; within: readonly string[] }> {
  const source = await openFile(path);
  try {
    const bytes = Buffer.alloc(source.size);
    await source.read(0, bytes);
    return { name: source.name, text: bytes.toString(), damage: source.damage.map(({ code }) => code), within: source.within };
  } finally {
    await source.close();
  }
}

/** The code of the problem that a promise ends in; any other error is thrown on. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return "no problem";
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
}
