import { parseArgs } from "node:util";
import type { Command, OptionSpec } from "./command.ts";
import { commonOptions } from "./common-options.ts";
import { Given } from "./given.ts";
import { nearest } from "./nearest.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Reads what follows the command's name. `--name value`, `--name=value` and `--` are understood.
 * @throws UsageError for an option nobody knows, a value that is missing or too much, an operand where none may be
 */
export function readArguments(command: Command, args: readonly string[]): Given {
  const known: Readonly<Record<string, OptionSpec>> = { ...command.options, ...commonOptions };
  const options = Object.fromEntries(
    Object.entries(known).map(([name, { value }]) => [name, { type: value ? "string" : "boolean" } as const]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const values = new Map<string, string[]>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === "positional") operands.push(token.value);
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    if (!option) throw unknownOption(token.rawName, Object.keys(known));
    if (option.value && (token.value === undefined || (!token.inlineValue && token.value.startsWith("--"))))
      throw new UsageError("cli.usage.value", { option: token.rawName, value: option.value });
    if (!option.value && token.value !== undefined) throw new UsageError("cli.usage.no-value", { option: token.rawName });
    const before = values.get(token.name);
    if (before && !option.multiple) throw new UsageError("cli.usage.twice", { option: token.rawName });
    values.set(token.name, [...(before ?? []), token.value ?? ""]);
  }
  if (operands.length > 0 && command.operands === "") throw new UsageError("cli.usage.operand", { operand: operands[0]! });
  return new Given(operands, values);
}

function unknownOption(rawName: string, known: readonly string[]): UsageError {
  const meant = nearest(rawName.replace(/^-+/, ""), known);
  return meant
    ? new UsageError("cli.usage.option-meant", { option: rawName, meant: `--${meant}` })
    : new UsageError("cli.usage.option", { option: rawName });
}
