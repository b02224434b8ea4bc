import { mkdirSync, rmSync } from "node:fs";
import type { ProjectStore } from "../store/project-store.ts";

/** Gives work a folder of its own inside the project, and removes it whatever happens. */
export async function withTemp<T>(store: ProjectStore, id: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = store.path("temp", id);
  mkdirSync(folder, { recursive: true });
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
