import type { CliKey } from "./words.ts";

/** A command line that cannot be understood: told with a hint at the help, ends with exit code 2. */
export class UsageError extends Error {
  readonly key: CliKey;
  readonly data: Readonly<Record<string, string>>;
  constructor(key: CliKey, data: Readonly<Record<string, string>> = {}) {
    super(key);
    this.name = "UsageError";
    this.key = key;
    this.data = data;
  }
}
