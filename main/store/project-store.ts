import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import Database from "better-sqlite3";
import { problem } from "#shared/domain/problem.ts";
import type { Project } from "#shared/domain/project.ts";
import { Catalog } from "./catalog.ts";
import { readHeader } from "./catalog-header.ts";
import { restoreFolder } from "./replace-folder.ts";
import { applicationId, migrations, schemaVersion } from "./schema.ts";

/** Folders of a project beside its catalog. */
const folders = ["signals", "scores", "models", "reports", "quarantine", "temp"] as const;
export type ProjectFolder = (typeof folders)[number];

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
    const inUse = existsSync(at) && (!statSync(at).isDirectory() || readdirSync(at).length > 0);
    if (inUse) throw problem("project.folder-in-use", `The folder ${at} is not empty; choose a new or an empty one.`, { folder: at });
    try {
      for (const part of folders) mkdirSync(join(at, part), { recursive: true });
    } catch (cause) {
      throw problem("project.not-writable", `The folder ${at} cannot be written to.`, { folder: at }, { cause });
    }
    const db = hold(join(at, "catalog.sqlite"), at);
    db.pragma(`application_id = ${applicationId}`);
    migrate(db);
    db.prepare("INSERT INTO project (id, name, createdAt) VALUES (?, ?, ?)").run(randomUUID(), name, Date.now());
    const store = new ProjectStore(db, projectRow(db, at));
    store.catalog.audit.append("project.created", name);
    return store;
  }

  /**
   * Opens a project. A folder that is none, damaged, newer than this program or open elsewhere is left as it is:
   * `project.none`, `project.damaged`, `project.newer`, `project.locked`.
   */
  static open(folder: string): ProjectStore {
    const at = resolve(folder);
    const file = join(at, "catalog.sqlite");
    if (!existsSync(file)) throw problem("project.none", `${at} holds no OnePercent project.`, { folder: at });
    const header = readHeader(file);
    if (header === undefined)
      throw problem("project.damaged", `The catalog of ${at} is damaged; nothing was changed. Open a copy of the folder from before.`, {
        folder: at,
      });
    if (header.applicationId !== applicationId) throw problem("project.none", `${at} holds no OnePercent project.`, { folder: at });
    if (header.version > schemaVersion) {
      throw problem("project.newer", `The project in ${at} was written by a newer version of OnePercent; nothing was changed.`, {
        folder: at,
      });
    }
    const db = hold(file, at);
    try {
      if (db.pragma("quick_check", { simple: true }) !== "ok") throw new Error("quick_check");
      migrate(db);
      for (const part of folders) mkdirSync(join(at, part), { recursive: true });
      return new ProjectStore(db, projectRow(db, at));
    } catch (cause) {
      db.close();
      throw problem(
        "project.damaged",
        `The catalog of ${at} is damaged; nothing was changed. Open a copy of the folder from before.`,
        { folder: at },
        { cause },
      );
    }
  }

  /** Path of a file in one of the project's folders. */
  path(part: ProjectFolder, ...names: string[]): string {
    return join(this.project.folder, part, ...names);
  }

  /** Removes whatever no row of the catalog speaks of: the remains of work that was killed. */
  sweep(): void {
    rmSync(this.path("temp"), { recursive: true, force: true });
    mkdirSync(this.path("temp"), { recursive: true });
    const { imports, healthModels, efficiencyModels, reports } = this.catalog;
    for (const { id } of healthModels.list()) restoreFolder(this.path("scores", id));
    const known = new Set(
      [...imports.list(), ...healthModels.list(), ...efficiencyModels.list(), ...reports.list()].map((noun) => noun.id),
    );
    for (const part of ["signals", "scores", "models", "reports", "quarantine"] as const) {
      for (const name of readdirSync(this.path(part))) {
        const id = basename(name).split(".")[0]!;
        if (!known.has(id)) rmSync(this.path(part, name), { recursive: true, force: true });
      }
    }
  }

  close(): void {
    this.#db.close();
  }
}

/** Opens the catalog and holds it: no other process can open it until this one closes it or dies. */
function hold(file: string, folder: string): Database.Database {
  const db = new Database(file, { timeout: 0 });
  try {
    db.pragma("locking_mode = EXCLUSIVE");
    db.pragma("synchronous = FULL");
    db.exec("BEGIN EXCLUSIVE; COMMIT");
    return db;
  } catch (cause) {
    db.close();
    const code = (cause as { code?: string }).code ?? "";
    if (code.startsWith("SQLITE_BUSY")) {
      throw problem(
        "project.locked",
        `The project in ${folder} is open in another window or command; close it there first.`,
        { folder },
        { cause },
      );
    }
    throw problem("project.damaged", `The catalog of ${folder} cannot be read; nothing was changed.`, { folder }, { cause });
  }
}

function migrate(db: Database.Database): void {
  const from = db.pragma("user_version", { simple: true }) as number;
  if (from === schemaVersion) return;
  db.transaction(() => {
    for (const step of migrations.slice(from)) db.exec(step);
    db.pragma(`user_version = ${schemaVersion}`);
  }).immediate();
}

function projectRow(db: Database.Database, folder: string): Project {
  const row = db.prepare("SELECT id, name, createdAt FROM project").get() as Omit<Project, "folder" | "version">;
  return { ...row, folder, version: schemaVersion };
}
