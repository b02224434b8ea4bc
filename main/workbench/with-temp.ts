import { mkdirSync } from "node:fs";
import { diskProblem } from "../store/disk-problem.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { removeQuietly } from "../store/remove-quietly.ts";

/** Gives work a folder of its own inside the project, and removes it whatever happens. Throws `disk.full`, `disk.refused`. */
export async function withTemp<T>(store: ProjectStore, id: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = store.path("temp", id);
  try {
    mkdirSync(folder, { recursive: true });
    return await work(folder);
  } catch (error) {
    throw diskProblem(error, folder);
  } finally {
    removeQuietly(folder);
  }
}
