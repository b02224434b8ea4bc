import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import type Database from "better-sqlite3";
import { problem } from "#shared/domain/problem.ts";
import type { Project } from "#shared/domain/project.ts";
import { Catalog } from "./catalog.ts";
import { readHeader } from "./catalog-header.ts";
import { diskProblem } from "./disk-problem.ts";
import { holdCatalog } from "./hold-catalog.ts";
import { migrate } from "./migrate.ts";
import { newCatalog, unfinishedCatalog } from "./new-catalog.ts";
import { notWritable } from "./not-writable.ts";
import { removeQuietly } from "./remove-quietly.ts";
import { applicationId, schemaVersion } from "./schema.ts";

/** Folders of a project beside its catalog. */
const folders = ["signals", "scores", "models", "reports", "quarantine", "temp"] as const;
export type ProjectFolder = (typeof folders)[number];
const catalogName = "catalog.sqlite";

/**
 * A project that is open: its catalog, held against every other process until it is closed, and its folders. Whatever
 * lies in `temp` belongs to unfinished work and is swept when the project is opened.
 */
export class ProjectStore {
  readonly project: Project;
  readonly catalog: Catalog;
  readonly #db: Database.Database;

  constructor(db: Database.Database, project: Project) {
    this.#db = db;
    this.project = project;
    this.catalog = new Catalog(db);
  }

  /** Makes a project in a folder that is empty or not there yet. Throws `project.folder-in-use`, `project.not-writable`. */
  static create(folder: string, name: string): ProjectStore {
    const at = resolve(folder);
    if (holdsSomething(at)) {
      throw problem("project.folder-in-use", `The folder ${at} is not empty; choose a new or an empty one.`, { folder: at });
    }
    try {
      for (const part of folders) mkdirSync(join(at, part), { recursive: true });
      newCatalog(at, catalogName, name);
    } catch (cause) {
      throw notWritable(at, cause);
    }
    return ProjectStore.open(at);
  }

  /**
   * Opens a project. A folder that is none, damaged, newer than this program, write-protected or open elsewhere is left as it is:
   * `project.none`, `project.damaged`, `project.newer`, `project.not-writable`, `project.locked`.
   */
  static open(folder: string): ProjectStore {
    const at = resolve(folder);
    const file = join(at, catalogName);
    if (!existsSync(file)) throw problem("project.none", `${at} holds no OnePercent project.`, { folder: at });
    const header = readHeader(file);
    if (header === undefined) throw damaged(at);
    if (header.applicationId !== applicationId) throw problem("project.none", `${at} holds no OnePercent project.`, { folder: at });
    if (header.version > schemaVersion) {
      throw problem("project.newer", `The project in ${at} was written by a newer version of OnePercent; nothing was changed.`, {
        folder: at,
      });
    }
    try {
      // SQLite would open it all the same, and fail at the first change.
      for (const needed of [at, file]) accessSync(needed, constants.W_OK);
    } catch (cause) {
      throw notWritable(at, cause);
    }
    const db = holdCatalog(file, at);
    try {
      if (db.pragma("quick_check", { simple: true }) !== "ok") throw new Error("quick_check");
      migrate(db);
      for (const part of folders) mkdirSync(join(at, part), { recursive: true });
      return new ProjectStore(db, projectRow(db, at));
    } catch (cause) {
      db.close();
      throw diskProblem(cause, at) === cause ? damaged(at, cause) : notWritable(at, cause);
    }
  }

  /** Path of a file in one of the project's folders. */
  path(part: ProjectFolder, ...names: string[]): string {
    return join(this.project.folder, part, ...names);
  }

  /** Where the scores of a model lie today. */
  scoresFolder(modelId: string): string {
    return this.path("scores", this.catalog.scores.find(modelId)?.folder ?? modelId);
  }

  /**
   * Puts finished files in their places, then commits the rows that speak of them. When either fails the files are taken away
   * again; when the program dies in between, `sweep` does it. Throws `disk.full`, `disk.refused`.
   * @param files paths in the project's folders, none of which is there yet
   */
  commitFiles(files: readonly string[], place: () => void, rows: () => void): void {
    try {
      place();
      this.catalog.commit(rows);
    } catch (error) {
      for (const file of files) removeQuietly(file);
      throw diskProblem(error, this.project.folder);
    }
  }

  /** Removes whatever no row of the catalog speaks of: the remains of work that was killed. */
  sweep(): void {
    rmSync(this.path("temp"), { recursive: true, force: true });
    mkdirSync(this.path("temp"), { recursive: true });
    const { imports, healthModels, efficiencyModels, measures, trials, reports } = this.catalog;
    // By id alone, so that nothing is lost that a row speaks of which cannot be read.
    const known = new Set([imports, healthModels, efficiencyModels, measures, trials, reports].flatMap((nouns) => nouns.ids()));
    for (const part of ["signals", "scores", "models", "reports", "quarantine"] as const) {
      for (const name of readdirSync(this.path(part))) {
        const id = name.split(".")[0]!;
        const left =
          (part === "scores" && this.#scoresAreOld(id, name)) || (name.split(".")[2] === "saving" && this.#savingIsUnknown(id, name));
        if (left || !known.has(id)) removeQuietly(this.path(part, name));
      }
    }
  }

  #scoresAreOld(modelId: string, folder: string): boolean {
    try {
      return basename(this.scoresFolder(modelId)) !== folder;
    } catch {
      return false; // which of the folders counts cannot be read: all of them stay
    }
  }

  /** Whether a verification was cut short between its file, `measure.result.saving`, and its row. */
  #savingIsUnknown(measureId: string, name: string): boolean {
    try {
      const [, resultId, ...end] = name.split(".");
      const known = this.catalog.measures.find(measureId)?.results.some(({ id }) => id === resultId);
      return !known || end.length > 1; // a file that was being written has one more end
    } catch {
      return false; // the measure cannot be read: all of it stays
    }
  }

  close(): void {
    this.#db.close();
  }
}

/** Whether a folder is in use, or a file; what is left of a project whose making was cut short does not count. */
function holdsSomething(folder: string): boolean {
  if (!existsSync(folder)) return false;
  if (!statSync(folder).isDirectory()) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (entry.name.startsWith(unfinishedCatalog)) return false;
    const ours = entry.isDirectory() && (folders as readonly string[]).includes(entry.name);
    return !ours || readdirSync(join(folder, entry.name)).length > 0;
  });
}

const damaged = (folder: string, cause?: unknown) =>
  problem(
    "project.damaged",
    `The catalog of ${folder} is damaged; nothing was changed. Open a copy of the folder from before.`,
    { folder },
    { cause },
  );

function projectRow(db: Database.Database, folder: string): Project {
  const row = db.prepare("SELECT id, name, createdAt FROM project").get() as Omit<Project, "folder" | "version">;
  return { ...row, folder, version: schemaVersion };
}
