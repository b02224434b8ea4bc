import { resolve } from "node:path";
import { verdictKinds } from "#shared/domain/health.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";
import type { Judged } from "../steps/train-step.ts";
import { modelFacts, tellModels } from "../tell/tell-models.ts";

export const episodes: Command = {
  name: "episodes",
  summary: "cli.episodes.summary",
  operands: "[judge EPISODE]",
  options: {
    ...projectOption,
    ...assetOption,
    verdict: { value: verdictKinds.join("|"), help: "cli.episodes.option.verdict" },
    cause: { value: "TEXT", help: "cli.episodes.option.cause" },
    action: { value: "TEXT", help: "cli.case.option.action" },
    note: { value: "TEXT", help: "cli.episodes.option.note" },
    apply: { help: "cli.episodes.option.apply" },
  },
  examples: [
    "episodes --project plant --asset P-101",
    "episodes judge 3f2a --project plant --verdict fault --cause 'seal wear'",
    "episodes --project plant --apply",
  ],
  async run(given, session) {
    const [deed, episode, ...more] = given.operands;
    const judging = deed !== undefined;
    if (judging && (deed !== "judge" || episode === undefined || more.length > 0)) throw new UsageError("cli.episodes.judge", {});
    if (judging) given.need("verdict");
    const verdict = given.oneOf("verdict", verdictKinds);
    await session.open(resolve(given.need("project")));
    const asset = await session.asset(given.text("asset"));
    if (judging) {
      const found = await episodeNamed(session, asset.id, episode!);
      const said = { cause: given.text("cause"), action: given.text("action"), note: given.text("note") };
      await session.ask.health.judge({
        episodeId: found,
        verdict: verdict!,
        note: said.note ?? "",
        ...(said.cause === undefined ? {} : { cause: said.cause }),
        ...(said.action === undefined ? {} : { action: said.action }),
      });
    }
    if (given.has("apply"))
      for (const { model } of await known(session, asset.id)) await session.ask.health.applyVerdicts({ modelId: model.id });
    const judged = await known(session, asset.id);
    tellModels(session.out, judged);
    return { asset, models: judged.map(modelFacts) };
  },
};

async function known({ ask, out }: Session, assetId: string): Promise<Judged[]> {
  const models = await ask.health.models({ assetId });
  if (models.length === 0) throw problem("cli.no-model", out.say("cli.no-model", { asset: assetId }), { asset: assetId });
  return Promise.all(models.map(async (model) => ({ model, episodes: await ask.health.episodes({ modelId: model.id }) })));
}

/** The id of the one episode whose id begins so. */
async function episodeNamed(session: Session, assetId: string, start: string): Promise<string> {
  const all = (await known(session, assetId)).flatMap(({ episodes: some }) => some);
  const found = all.filter(({ id }) => id.startsWith(start));
  if (found.length === 1) return found[0]!.id;
  const { out } = session;
  throw problem("cli.episodes.unknown", out.say("cli.episodes.unknown", { episode: start, count: found.length }), { episode: start });
}
