import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding } from "#shared/domain/finding.ts";
import { quietRun } from "#shared/domain/run.ts";
import type { Container } from "../../../../main/importing/containers/container.ts";
import { tempFolder } from "../temp-folder.ts";

export interface TakenOut {
  readonly text: string;
  readonly told: readonly Finding[];
}

let folder: string | undefined;
let count = 0;

/** A member as the text that is written for it; the only one where none is named. */
export async function takenOut(container: Container, path: string, member?: string): Promise<TakenOut> {
  const members = await container.members(path);
  const name = member ?? members[0]?.name;
  if (name === undefined || (member === undefined && members.length !== 1)) throw new Error(`${members.length} members`);
  folder ??= tempFolder();
  const into = join(folder, `taken-${count++}`);
  const told: Finding[] = [];
  await container.extract(path, name, into, quietRun(), (finding) => told.push(finding));
  return { text: readFileSync(into, "utf8"), told };
}
