import type { Language } from "#shared/language/sentence.ts";
import { type CliKey, words } from "./words.ts";

export interface OutputOptions {
  readonly language: Language;
  /** Standard output carries one JSON object and nothing else. */
  readonly json: boolean;
  /** No progress. */
  readonly quiet: boolean;
}

const plainEveryMs = 5_000; // where lines cannot be rewritten, as in a log of a build

/** What a command says, and where: results on standard output, progress and problems on standard error. */
export class Output {
  readonly language: Language;
  readonly json: boolean;
  readonly #quiet: boolean;
  #progressShown = false;
  #lastPlain = Number.NEGATIVE_INFINITY;
  #lastTitle = "";

  constructor({ language, json, quiet }: OutputOptions) {
    this.language = language;
    this.json = json;
    this.#quiet = quiet;
  }

  say(key: CliKey, data: Readonly<Record<string, string | number>> = {}): string {
    return words(this.language, key, data);
  }

  /** A line for a person; left out where the answer is JSON. */
  line(text = ""): void {
    if (this.json) return;
    this.endProgress();
    process.stdout.write(`${text}\n`);
  }

  lines(texts: readonly string[]): void {
    for (const text of texts) this.line(text);
  }

  /** The whole answer. */
  object(value: object): void {
    this.endProgress();
    process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
  }

  error(text: string): void {
    this.endProgress();
    process.stderr.write(`${text}\n`);
  }

  /** How far the work is: one line that is rewritten on a terminal, a line now and then elsewhere. */
  progress(title: string, detail: string): void {
    if (this.#quiet) return;
    if (process.stderr.isTTY) {
      const line = `${title} ${detail}`.slice(0, Math.max(20, (process.stderr.columns || 80) - 1));
      process.stderr.write(`\r\x1b[K${line}`);
      this.#progressShown = true;
      return;
    }
    const now = performance.now();
    if (title === this.#lastTitle && now - this.#lastPlain < plainEveryMs) return;
    this.#lastPlain = now;
    this.#lastTitle = title;
    process.stderr.write(`${title} ${detail}`.trimEnd().concat("\n"));
  }

  endProgress(): void {
    if (this.#progressShown) process.stderr.write("\r\x1b[K");
    this.#progressShown = false;
  }
}
