import { resolve } from "node:path";
import type { Command } from "../frame/command.ts";
import { projectOption } from "../frame/common-options.ts";
import { UsageError } from "../frame/usage-error.ts";
import { tellBoard, tellCases } from "../tell/tell-cases.ts";

export const cases: Command = {
  name: "cases",
  summary: "cli.cases.summary",
  operands: "[ASSET]",
  options: { ...projectOption },
  examples: ["cases --project plant", "cases P-101 --project plant --json"],
  async run(given, session) {
    const [name, ...more] = given.operands;
    if (more.length > 0) throw new UsageError("cli.usage.operand", { operand: more[0]! });
    await session.open(resolve(given.need("project")));
    const { ask, out } = session;
    const looked = name === undefined ? await ask.project.assets({}) : [await session.asset(name)];
    for (const { id } of looked) {
      session.check();
      await ask.cases.check({ assetId: id });
    }
    if (name === undefined) {
      const board = await ask.cases.board({});
      tellBoard(out, board);
      return board;
    }
    const [asset] = looked;
    const found = await ask.cases.list({ assetId: asset!.id });
    tellCases(out, asset!.name, found);
    return { asset, cases: found };
  },
};
