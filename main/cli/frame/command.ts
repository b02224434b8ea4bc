import type { Given } from "./given.ts";
import type { Session } from "./session.ts";
import type { CliKey } from "./words.ts";

/** One option of a command. */
export interface OptionSpec {
  /** What stands for its value in the help, for example `DIR`; absent for a switch. */
  readonly value?: string;
  /** May be given several times. */
  readonly multiple?: boolean;
  readonly help: CliKey;
}

/** One command of `onepercent`. */
export interface Command {
  readonly name: string;
  readonly summary: CliKey;
  /** What follows it beside options, as the help shows it: `FILE...`. Empty where nothing may. */
  readonly operands: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Lines a person could type, without the program's name. */
  readonly examples: readonly string[];
  /** Does it, printing for a person as it goes; what it returns is printed under `--json`. */
  run(given: Given, session: Session): Promise<object>;
}
