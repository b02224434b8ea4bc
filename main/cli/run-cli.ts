import { Cancelled, ProblemError, toProblem } from "#shared/domain/problem.ts";
import { sayCoded } from "#shared/language/index.ts";
import { type Language, languages } from "#shared/language/sentence.ts";
import type { Workbench } from "../workbench/workbench.ts";
import { commands } from "./commands.ts";
import type { Command } from "./frame/command.ts";
import { type ExitCode, exitCode } from "./frame/exit-code.ts";
import type { Given } from "./frame/given.ts";
import { commandHelp, overview } from "./frame/help.ts";
import { nearest } from "./frame/nearest.ts";
import { Output } from "./frame/output.ts";
import { readArguments } from "./frame/read-arguments.ts";
import { Session } from "./frame/session.ts";
import { systemLanguage } from "./frame/system-language.ts";
import { UsageError } from "./frame/usage-error.ts";
import { words } from "./frame/words.ts";

export interface CliOptions {
  /** What was typed after the program's name. */
  readonly args: readonly string[];
  readonly version: string;
  createWorkbench(): Promise<Workbench>;
}

/** Runs one command to its end and says with which code the program is to exit. */
export async function runCli({ args, version, createWorkbench }: CliOptions): Promise<ExitCode> {
  const language = languageAsked(args) ?? systemLanguage();
  const [first, ...rest] = args;
  if (first === undefined || first === "--help" || first === "-h" || (first === "help" && rest.length === 0)) {
    process.stdout.write(overview(commands, language));
    return first === undefined ? exitCode.usage : exitCode.ok;
  }
  if (first === "--version") {
    process.stdout.write(`${version}\n`);
    return exitCode.ok;
  }
  let command: Command | undefined;
  let given: Given;
  try {
    command = find(first === "help" ? rest[0]! : first);
    given = readArguments(command, first === "help" ? ["--help"] : rest);
    given.oneOf("lang", languages);
  } catch (error) {
    return wrongUsage(error, language, command);
  }
  if (given.has("help")) {
    process.stdout.write(commandHelp(command, language));
    return exitCode.ok;
  }
  return perform(command, given, new Output({ language, json: given.has("json"), quiet: given.has("quiet") }), createWorkbench);
}

async function perform(command: Command, given: Given, out: Output, createWorkbench: CliOptions["createWorkbench"]): Promise<ExitCode> {
  const session = new Session(createWorkbench, out);
  let interrupts = 0;
  const stop = () => {
    interrupts++;
    if (interrupts > 1) process.exit(exitCode.cancelled);
    session.cancel();
    out.error(out.say("cli.cancelling"));
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  try {
    const answer = await command.run(given, session);
    if (out.json) out.object(answer);
    return exitCode.ok;
  } catch (error) {
    return failed(error, command, out);
  } finally {
    await session.close();
    process.off("SIGINT", stop).off("SIGTERM", stop);
  }
}

function failed(error: unknown, command: Command, out: Output): ExitCode {
  if (error instanceof UsageError) return wrongUsage(error, out.language, command);
  const problem = toProblem(error);
  if (out.json) out.object({ problem });
  if (error instanceof Cancelled) {
    out.error(out.say("cli.cancelled"));
    return exitCode.cancelled;
  }
  out.error(sayCoded(out.language, problem));
  // An error nobody foresaw is worth its trace; whoever reads it will send it on.
  if (!(error instanceof ProblemError) && error instanceof Error && error.stack) out.error(error.stack);
  return exitCode.problem;
}

function wrongUsage(error: unknown, language: Language, command: Command | undefined): ExitCode {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${words(language, error.key, error.data)}\n`);
  process.stderr.write(
    `${words(language, "cli.usage.hint", { command: command ? `onepercent ${command.name} --help` : "onepercent --help" })}\n`,
  );
  return exitCode.usage;
}

function find(name: string): Command {
  const command = commands.find((each) => each.name === name);
  if (command) return command;
  const meant = nearest(
    name,
    commands.map((each) => each.name),
  );
  throw meant
    ? new UsageError("cli.usage.command-meant", { command: name, meant })
    : new UsageError("cli.usage.command", { command: name });
}

/** Looked for before anything else is read, so that every complaint comes in the right language. */
function languageAsked(args: readonly string[]): Language | undefined {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const value = args[at]?.includes("=") ? args[at].slice("--lang=".length) : args[at + 1];
  return at < 0 ? undefined : languages.find((language) => language === value);
}
