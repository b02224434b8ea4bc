import { resolve } from "node:path";
import { activeModels } from "#shared/domain/active-models.ts";
import type { Asset } from "#shared/domain/asset.ts";
import type { HealthModel } from "#shared/domain/health.ts";
import { problem } from "#shared/domain/problem.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import type { Given } from "../frame/given.ts";
import type { Output } from "../frame/output.ts";
import type { Session } from "../frame/session.ts";
import { textTable } from "../frame/text-table.ts";
import { UsageError } from "../frame/usage-error.ts";
import { familyName } from "../tell/family-name.ts";

export const models: Command = {
  name: "models",
  summary: "cli.models.summary",
  operands: "list|export FILE|import FILE|retire|restore|auto on|auto off",
  options: {
    ...projectOption,
    ...assetOption,
    model: { value: "ID", help: "cli.models.option.model" },
    tag: { value: "MODELTAG=ASSETTAG", multiple: true, help: "cli.models.option.tag" },
  },
  examples: [
    "models list --project plant",
    "models export pump.opmodel --project plant --asset P-101",
    "models import pump.opmodel --project other --asset P-102 --tag P101.flow=FT_102",
    "models retire --project plant --model 3f1c…",
    "models auto on --project plant --asset P-101",
  ],
  async run(given, session) {
    const [typed = ""] = given.operands;
    if (!Object.hasOwn(actions, typed)) throw new UsageError("cli.models.action", { actions: Object.keys(actions).join(", ") });
    const project = given.need("project");
    const action = actions[typed as keyof typeof actions](given);
    await session.open(resolve(project));
    return action(session);
  },
};

type Action = (session: Session) => Promise<object>;

/** What was typed is checked before a project is opened. */
const actions: Readonly<Record<"list" | "export" | "import" | "retire" | "restore" | "auto", (given: Given) => Action>> = {
  list: (given) => (session) => list(session, given.text("asset")),
  export: (given) => {
    const path = fileTyped(given);
    return async (session) => {
      const { model, name } = await modelAsked(session, given);
      const written = await session.ask.models.export({ modelId: model.id, path });
      session.out.line(session.out.say("cli.models.exported", { name, file: written.path, bytes: written.bytes, sha256: written.sha256 }));
      return { modelId: model.id, ...written };
    };
  },
  import: (given) => {
    const path = fileTyped(given);
    const chosen = Object.fromEntries(given.all("tag").map(pairTyped));
    return (session) => arrive(session, given, path, chosen);
  },
  retire: (given) => async (session) => {
    const { model, name } = await modelAsked(session, given);
    const changed = await session.ask.models.retire({ modelId: model.id });
    session.out.line(session.out.say("cli.models.retired", { name }));
    return { modelId: changed.id, retiredAt: changed.retiredAt };
  },
  restore: (given) => async (session) => {
    const { model, name } = await modelAsked(session, given, true);
    await session.ask.models.restore({ modelId: model.id });
    session.out.line(session.out.say("cli.models.restored", { name }));
    return { modelId: model.id, retiredAt: null };
  },
  auto: (given) => {
    const which = given.operands[1];
    if (which !== "on" && which !== "off") throw new UsageError("cli.models.action", { actions: "auto on, auto off" });
    return async (session) => {
      const { model, name } = await modelAsked(session, given);
      await session.ask.models.scoreNew({ modelId: model.id, on: which === "on" });
      for (const jobId of (await session.ask.models.scoreDue({ assetId: model.assetId })).jobIds) await session.finish({ jobId });
      session.out.line(session.out.say(`cli.models.auto.${which}`, { name }));
      return { modelId: model.id, scoresNew: which === "on" };
    };
  },
};

async function list({ ask, out }: Session, asset: string | undefined): Promise<object> {
  const assets = (await ask.project.assets({})).filter(({ name, id }) => asset === undefined || name === asset || id === asset);
  const found = [];
  for (const { id, name } of assets) {
    const unscored = new Map((await ask.models.unscored({ assetId: id })).map(({ modelId, imports }) => [modelId, imports.length]));
    const all = await ask.health.models({ assetId: id });
    const used = new Set(activeModels(all).map((model) => model.id));
    for (const model of all) found.push({ asset: name, model, used: used.has(model.id), unscored: unscored.get(model.id) ?? 0 });
  }
  if (found.length === 0) out.line(out.say("cli.models.none"));
  else {
    const head = (["asset", "family", "version", "state", "trained", "rows", "unscored", "id"] as const).map((column) =>
      out.say(`cli.models.col.${column}`),
    );
    const rows = found.map(({ asset: of, model, used, unscored }) => [
      of,
      familyName(out, model.familyId),
      String(model.version ?? 1),
      stateWords(out, model, used),
      formatTime(model.createdAt),
      String(model.rows),
      unscored > 0 ? String(unscored) : "",
      model.id,
    ]);
    out.lines(textTable(head, rows));
  }
  return {
    models: found.map(({ asset: of, model, used, unscored }) => ({
      asset: of,
      id: model.id,
      family: model.familyId,
      version: model.version ?? 1,
      before: model.before ?? null,
      inUse: used,
      retiredAt: model.retiredAt ?? null,
      scoresNew: model.scoresNew === true,
      unscored,
      origin: model.origin ?? null,
    })),
  };
}

function stateWords(out: Output, model: HealthModel, used: boolean): string {
  const state = out.say(model.retiredAt ? "cli.models.state.retired" : used ? "cli.models.state.used" : "cli.models.state.aside");
  return model.scoresNew ? out.say("cli.models.state.auto", { state }) : state;
}

async function arrive(session: Session, given: Given, path: string, chosen: Readonly<Record<string, string>>): Promise<object> {
  const { ask, out } = session;
  const asset: Asset = await session.asset(given.text("asset"));
  const wish = { path, assetId: asset.id, chosen: { ...chosen } };
  const info = await ask.models.read({ path });
  const matches = await ask.models.match(wish);
  const answer = (await session.finish(await ask.models.import(wish))) as { modelId: string; episodes: number };
  for (const { as, tag, unit, asUnit, state } of matches) {
    if (state === "same" && tag === as) continue;
    const told = state === "converted" ? "converted" : state === "assumed" ? "assumed" : "renamed";
    out.line(`  ${out.say(`cli.models.${told}`, { as, tag: tag!, from: printUnit(unit!), to: printUnit(asUnit) })}`);
  }
  out.line(out.say("cli.models.imported", { name: familyName(out, info.card.familyId), asset: asset.name, count: answer.episodes }));
  return { ...answer, asset, mapping: matches };
}

function fileTyped(given: Given): string {
  const [, file, ...more] = given.operands;
  if (file === undefined || more.length > 0) throw new UsageError("cli.models.file");
  return resolve(file);
}

function pairTyped(value: string): [string, string] {
  const at = value.indexOf("=");
  if (at < 1) throw new UsageError("cli.models.tag-format", { value });
  return [value.slice(0, at), value.slice(at + 1)];
}

/** The model of that id, or the newest of the asset that is in use; of the retired ones, where one is to be brought back. */
async function modelAsked(session: Session, given: Given, retired = false): Promise<{ model: HealthModel; name: string }> {
  const { ask, out } = session;
  const id = given.text("model");
  const assets = id === undefined ? [await session.asset(given.text("asset"))] : await ask.project.assets({});
  const all = (await Promise.all(assets.map((asset) => ask.health.models({ assetId: asset.id })))).flat();
  const found =
    id === undefined ? (retired ? all.find((model) => model.retiredAt) : activeModels(all)[0]) : all.find((model) => model.id === id);
  if (found) return { model: found, name: familyName(out, found.familyId) };
  if (id !== undefined) throw problem("cli.unknown-model", out.say("cli.unknown-model", { model: id }), { model: id });
  throw problem("cli.no-model", out.say("cli.no-model", { asset: assets[0]!.name }), { asset: assets[0]!.name });
}
