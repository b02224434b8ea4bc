import { resolve } from "node:path";
import type { Asset } from "#shared/domain/asset.ts";
import { type Case, type Cost, isOpen } from "#shared/domain/case.ts";
import { verdictKinds } from "#shared/domain/health.ts";
import { problem } from "#shared/domain/problem.ts";
import { say } from "#shared/language/index.ts";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import type { Given } from "../frame/given.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";

export const oneCase: Command = {
  name: "case",
  summary: "cli.case.summary",
  operands: "close|reopen",
  options: {
    ...projectOption,
    ...assetOption,
    verdict: { value: verdictKinds.join("|"), help: "cli.case.option.verdict" },
    cause: { value: "TEXT", help: "cli.case.option.cause" },
    action: { value: "TEXT", help: "cli.case.option.action" },
    cost: { value: "AMOUNT CURRENCY", help: "cli.case.option.cost" },
    note: { value: "TEXT", help: "cli.case.option.note" },
    until: { value: "TIME", help: "cli.case.option.until" },
  },
  examples: [
    "case close --project plant --asset P-101 --verdict fault --cause 'seal wear' --action 'seal replaced' --cost '1200 EUR'",
    "case reopen --project plant --asset P-101",
  ],
  async run(given, session) {
    const [typed, ...more] = given.operands;
    if (more.length > 0 || (typed !== "close" && typed !== "reopen")) throw new UsageError("cli.case.action", { actions: "close, reopen" });
    const project = given.need("project");
    if (typed === "close") given.need("verdict");
    const said = closingTyped(given);
    await session.open(resolve(project));
    const asset = await session.asset(given.text("asset"));
    return typed === "close" ? close(session, asset, said) : reopen(session, asset);
  },
};

type Said = ReturnType<typeof closingTyped>;

function closingTyped(given: Given) {
  return {
    verdict: given.oneOf("verdict", verdictKinds),
    cause: given.text("cause"),
    action: given.text("action"),
    note: given.text("note"),
    cost: costTyped(given.text("cost")),
    until: timeTyped(given.text("until")),
  };
}

function costTyped(value: string | undefined): Cost | undefined {
  if (value === undefined) return undefined;
  const found = /^\s*(\d+(?:\.\d+)?)\s*(\S.*?)\s*$/.exec(value);
  if (!found) throw new UsageError("cli.case.cost-format", { value });
  return { amount: Number(found[1]), currency: found[2]! };
}

function timeTyped(value: string | undefined): number | null {
  if (value === undefined) return null;
  // The log's times are UTC; one typed without a zone is meant so.
  const at = Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(value) ? value : `${value.replace(" ", "T")}${value.length > 10 ? "Z" : ""}`);
  if (Number.isNaN(at)) throw new UsageError("cli.case.time-format", { value });
  return at;
}

async function close({ ask, out }: Session, asset: Asset, { verdict, until, ...said }: Said): Promise<object> {
  const found = (await ask.cases.list({ assetId: asset.id })).find((one) => isOpen(one.case))?.case;
  if (!found) throw problem("cli.case.no-open", out.say("cli.case.no-open", { asset: asset.name }), { asset: asset.name });
  const { cause = found.cause, action = found.action, note = found.note, cost = found.cost } = said;
  const closed: Case = await ask.cases.close({ caseId: found.id, verdict: verdict!, cause, action, note, cost, until });
  out.line(
    out.say("cli.case.closed", { number: closed.number, asset: asset.name, verdict: say(out.language, `case.verdict.${verdict!}`) }),
  );
  return closed;
}

async function reopen({ ask, out }: Session, asset: Asset): Promise<object> {
  const found = (await ask.cases.list({ assetId: asset.id })).find((one) => !isOpen(one.case))?.case;
  if (!found) throw problem("cli.case.no-closed", out.say("cli.case.no-closed", { asset: asset.name }), { asset: asset.name });
  const open = await ask.cases.reopen({ caseId: found.id });
  out.line(out.say("cli.case.reopened", { number: open.number, asset: asset.name }));
  return open;
}
