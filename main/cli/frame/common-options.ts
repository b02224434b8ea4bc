import type { OptionSpec } from "./command.ts";

/** Options that every command understands. */
export const commonOptions = {
  json: { help: "cli.option.json" },
  quiet: { help: "cli.option.quiet" },
  lang: { value: "en|zh", help: "cli.option.lang" },
  help: { help: "cli.option.help" },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** The project every step but `inspect` and `demo` works in. */
export const projectOption = { project: { value: "DIR", help: "cli.option.project" } } as const satisfies Readonly<
  Record<string, OptionSpec>
>;
export const assetOption = { asset: { value: "NAME", help: "cli.option.asset" } } as const satisfies Readonly<Record<string, OptionSpec>>;
