import type { Command } from "../frame/command.ts";

export const inspect: Command = {
  name: "inspect",
  summary: "cli.inspect.summary",
  operands: "FILE...",
  options: {},
  examples: ["inspect pumps.csv", "inspect *.csv --json"],
  async run() {
    return {};
  },
};
