import { resolve } from "node:path";
import { UsageError } from "./usage-error.ts";

/** What was given to a command. */
export class Given {
  readonly operands: readonly string[];
  readonly #values: ReadonlyMap<string, readonly string[]>;

  /** @param values of options, by name; a switch has one empty value */
  constructor(operands: readonly string[], values: ReadonlyMap<string, readonly string[]>) {
    this.operands = operands;
    this.#values = values;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The last value; undefined where the option was not given. */
  text(name: string): string | undefined {
    return this.#values.get(name)?.at(-1);
  }

  /** Throws a usage error where the option was not given. */
  need(name: string): string {
    const value = this.text(name);
    if (value === undefined) throw new UsageError("cli.usage.needed", { option: `--${name}` });
    return value;
  }

  /** An absolute path. */
  path(name: string): string | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : resolve(value);
  }

  /** Every value in the order given. */
  all(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }

  /** Comma-separated values, empty ones left out; undefined where the option was not given. */
  list(name: string): string[] | undefined {
    if (!this.has(name)) return undefined;
    return this.all(name)
      .flatMap((value) => value.split(","))
      .map((item) => item.trim())
      .filter((item) => item !== "");
  }

  number(name: string): number | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const number = Number(value);
    if (value.trim() === "" || !Number.isFinite(number)) throw new UsageError("cli.usage.number", { option: `--${name}`, value });
    return number;
  }

  oneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    const value = this.text(name);
    if (value === undefined) return undefined;
    const choice = choices.find((each) => each === value);
    if (choice === undefined) throw new UsageError("cli.usage.choice", { option: `--${name}`, value, choices: choices.join(", ") });
    return choice;
  }
}
