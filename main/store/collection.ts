import type Database from "better-sqlite3";
import type { z } from "zod";
import { problem } from "#shared/domain/problem.ts";

/** One kind of noun in the catalog: rows of JSON, checked by their schema when read. */
export class Collection<T> {
  readonly #db: Database.Database;
  readonly #kind: string;
  readonly #schema: z.ZodType<T>;
  readonly #place: (value: T) => { id: string; parent: string; createdAt: number };

  constructor(
    db: Database.Database,
    kind: string,
    schema: z.ZodType<T>,
    place: (value: T) => { id: string; parent: string; createdAt: number },
  ) {
    this.#db = db;
    this.#kind = kind;
    this.#schema = schema;
    this.#place = place;
  }

  /** Adds the value or takes the place of the one with its id. */
  put(value: T): void {
    const { id, parent, createdAt } = this.#place(value);
    this.#db
      .prepare(
        "INSERT INTO noun (kind, id, parent, createdAt, body) VALUES (?, ?, ?, ?, ?) " +
          "ON CONFLICT (kind, id) DO UPDATE SET parent = excluded.parent, body = excluded.body",
      )
      .run(this.#kind, id, parent, createdAt, JSON.stringify(value));
  }

  find(id: string): T | undefined {
    const row = this.#db.prepare("SELECT body FROM noun WHERE kind = ? AND id = ?").get(this.#kind, id) as { body: string } | undefined;
    return row && this.#parse(row.body, id);
  }

  /** Throws `<kind>.unknown` where there is none. */
  get(id: string): T {
    const value = this.find(id);
    if (value === undefined) throw problem(`${this.#kind}.unknown`, `The project holds no ${this.#kind} "${id}".`, { id });
    return value;
  }

  /** All of them, or those of one parent; the oldest first. */
  list(parent?: string): T[] {
    const rows = (
      parent === undefined
        ? this.#db.prepare("SELECT id, body FROM noun WHERE kind = ? ORDER BY createdAt, rowid").all(this.#kind)
        : this.#db.prepare("SELECT id, body FROM noun WHERE kind = ? AND parent = ? ORDER BY createdAt, rowid").all(this.#kind, parent)
    ) as { id: string; body: string }[];
    return rows.map((row) => this.#parse(row.body, row.id));
  }

  /** Those that can be read, the oldest first: for what must go on with the rest. */
  readable(): T[] {
    const rows = this.#db.prepare("SELECT body FROM noun WHERE kind = ? ORDER BY createdAt, rowid").pluck().all(this.#kind) as string[];
    return rows.flatMap((body) => {
      try {
        return [this.#schema.parse(JSON.parse(body))];
      } catch {
        return [];
      }
    });
  }

  /** Of all that are kept, readable or not. */
  ids(): string[] {
    return this.#db.prepare("SELECT id FROM noun WHERE kind = ?").pluck().all(this.#kind) as string[];
  }

  /** Of those of one parent, readable or not; the oldest first. */
  idsOf(parent: string): string[] {
    return this.#db
      .prepare("SELECT id FROM noun WHERE kind = ? AND parent = ? ORDER BY createdAt, rowid")
      .pluck()
      .all(this.#kind, parent) as string[];
  }

  remove(id: string): void {
    this.#db.prepare("DELETE FROM noun WHERE kind = ? AND id = ?").run(this.#kind, id);
  }

  /** Removes all that belong to one parent. */
  removeOf(parent: string): void {
    this.#db.prepare("DELETE FROM noun WHERE kind = ? AND parent = ?").run(this.#kind, parent);
  }

  #parse(body: string, id: string): T {
    try {
      return this.#schema.parse(JSON.parse(body));
    } catch (cause) {
      const data = { kind: this.#kind, id, file: this.#db.name };
      throw problem(
        "catalog.unreadable",
        `The entry ${this.#kind} "${id}" of ${this.#db.name} cannot be read; everything else can.`,
        data,
        { cause },
      );
    }
  }
}
