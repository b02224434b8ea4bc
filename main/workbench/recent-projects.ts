import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Project, RecentProject } from "#shared/domain/project.ts";
import { UserFile } from "./user-file.ts";

const kept = 12;
const Entry = RecentProject.omit({ exists: true });

/** The projects opened before, the latest first. */
export class RecentProjects {
  readonly #file: UserFile<z.infer<typeof Entry>[]>;

  constructor(userData: string) {
    this.#file = new UserFile(join(userData, "recent-projects.json"), z.array(Entry), []);
  }

  list(): RecentProject[] {
    return this.#file.read().map((entry) => ({ ...entry, exists: existsSync(join(entry.folder, "catalog.sqlite")) }));
  }

  opened({ name, folder }: Project): void {
    const others = this.#file.read().filter((entry) => entry.folder !== folder);
    try {
      this.#file.write([{ name, folder, openedAt: Date.now() }, ...others].slice(0, kept));
    } catch {
      // The list is convenience: a project that can be opened is opened, even where it cannot be listed.
    }
  }

  forget(folder: string): RecentProject[] {
    this.#file.write(this.#file.read().filter((entry) => entry.folder !== folder));
    return this.list();
  }
}
