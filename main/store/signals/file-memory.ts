import { statSync } from "node:fs";

const most = 24; // files whose tables of contents are remembered: more than a chart lays over each other

/** Remembers what was parsed of files that never change once committed; a file of another size or date is parsed anew. */
export class FileMemory<T> {
  readonly #known = new Map<string, { size: number; changed: number; value: T }>();

  get(path: string): T | undefined {
    const known = this.#known.get(path);
    if (!known) return undefined;
    const now = statSync(path, { throwIfNoEntry: false });
    if (now?.size === known.size && now.mtimeMs === known.changed) return known.value;
    this.#known.delete(path);
    return undefined;
  }

  set(path: string, value: T): void {
    const now = statSync(path);
    if (this.#known.size >= most) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(path, { size: now.size, changed: now.mtimeMs, value });
  }
}
