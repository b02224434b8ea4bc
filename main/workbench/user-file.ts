import { mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { z } from "zod";
import { diskProblem } from "../store/disk-problem.ts";
import { writeWhole } from "../store/write-whole.ts";

/** A small JSON file of the user's own, outside any project; one that is missing or damaged reads as the default. */
export class UserFile<T> {
  readonly #path: string;
  readonly #schema: z.ZodType<T>;
  readonly #standard: T;

  constructor(path: string, schema: z.ZodType<T>, standard: T) {
    this.#path = path;
    this.#schema = schema;
    this.#standard = standard;
  }

  read(): T {
    try {
      return this.#schema.parse(JSON.parse(readFileSync(this.#path, "utf8")));
    } catch {
      return this.#standard; // settings are convenience: a fresh start beats a refusal to start
    }
  }

  /** Throws `disk.full`, `disk.refused`. */
  write(value: T): T {
    try {
      mkdirSync(dirname(this.#path), { recursive: true });
      writeWhole(this.#path, `${JSON.stringify(value, null, 2)}\n`);
    } catch (error) {
      throw diskProblem(error, this.#path);
    }
    return value;
  }
}
