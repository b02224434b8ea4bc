import type { Language } from "#shared/language/sentence.ts";
import type { Command, OptionSpec } from "./command.ts";
import { commonOptions } from "./common-options.ts";
import { padText, textWidth } from "./text-width.ts";
import { type CliKey, words } from "./words.ts";

/** What `onepercent --help` prints. */
export function overview(commands: readonly Command[], language: Language): string {
  const say = (key: CliKey) => words(language, key);
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return [
    say("cli.about"),
    "",
    `${say("cli.help.usage")}  onepercent COMMAND [...]`,
    "",
    say("cli.help.commands"),
    ...commands.map(({ name, summary }) => `  ${padText(name, width)}${say(summary)}`),
    "",
    say("cli.help.more"),
    "",
    ...optionLines(say("cli.help.common"), { ...commonOptions, version: { help: "cli.option.version" } }, say),
    "",
    say("cli.help.exit"),
    "",
  ].join("\n");
}

/** What `onepercent COMMAND --help` prints. */
export function commandHelp(command: Command, language: Language): string {
  const say = (key: CliKey) => words(language, key);
  const operands = command.operands === "" ? "" : ` ${command.operands}`;
  const options = Object.keys(command.options).length > 0;
  return [
    `onepercent ${command.name}: ${say(command.summary)}`,
    "",
    `${say("cli.help.usage")}  onepercent ${command.name}${operands}${options ? " [...]" : ""}`,
    "",
    ...(options ? [...optionLines(say("cli.help.options"), command.options, say), ""] : []),
    ...optionLines(say("cli.help.common"), commonOptions, say),
    "",
    say("cli.help.examples"),
    ...command.examples.map((example) => `  onepercent ${example}`),
    "",
    say("cli.help.exit"),
    "",
  ].join("\n");
}

function optionLines(title: string, options: Readonly<Record<string, OptionSpec>>, say: (key: CliKey) => string): string[] {
  const rows = Object.entries(options).map(([name, { value, help }]) => [`--${name}${value ? ` ${value}` : ""}`, say(help)] as const);
  const width = Math.min(34, Math.max(...rows.map(([left]) => textWidth(left)))) + 2;
  return [
    title,
    ...rows.flatMap(([left, right]) => {
      const [first, ...rest] = right.split("\n");
      const indent = " ".repeat(width + 2);
      const start = textWidth(left) + 2 > width ? [`  ${left}`, indent + first] : [`  ${padText(left, width)}${first}`];
      return [...start, ...rest.map((line) => indent + line)];
    }),
  ];
}
