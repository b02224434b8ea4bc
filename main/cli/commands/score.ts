import { resolve } from "node:path";
import type { HealthModel } from "#shared/domain/health.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import type { Session } from "../frame/session.ts";
import { importSame } from "../steps/import-same.ts";
import { modelFacts, tellModels } from "../tell/tell-models.ts";

export const score: Command = {
  name: "score",
  summary: "cli.score.summary",
  operands: "[FILE...]",
  options: {
    ...projectOption,
    ...assetOption,
    model: { value: "ID|latest|all", help: "cli.score.option.model" },
  },
  examples: ["score --project plant", "score --project plant --model latest may.csv june.csv"],
  async run(given, session) {
    await session.open(resolve(given.need("project")));
    const models = await modelsAsked(session, given.text("model") ?? "all", given.text("asset"));
    const assetId = models[0]!.assetId;
    const imported = await importSame(
      session,
      assetId,
      given.operands.map((file) => resolve(file)),
    );
    for (const { id } of models) {
      session.check();
      await session.finish(await session.ask.health.score({ modelId: id }));
    }
    const current = await session.ask.health.models({ assetId });
    const judged = await Promise.all(
      models.map(async ({ id }) => ({
        model: current.find((model) => model.id === id)!,
        episodes: await session.ask.health.episodes({ modelId: id }),
      })),
    );
    for (const name of imported.known) session.out.line(session.out.say("cli.score.known", { file: name }));
    tellModels(session.out, judged);
    return { imports: imported.added, models: judged.map(modelFacts) };
  },
};

async function modelsAsked(session: Session, which: string, assetName: string | undefined): Promise<HealthModel[]> {
  const { ask, out } = session;
  if (which !== "all" && which !== "latest") {
    for (const asset of await ask.project.assets({})) {
      const found = (await ask.health.models({ assetId: asset.id })).find((model) => model.id === which || model.name === which);
      if (found) return [found];
    }
    throw problem("cli.unknown-model", out.say("cli.unknown-model", { model: which }), { model: which });
  }
  const asset = await session.asset(assetName);
  const models = (await ask.health.models({ assetId: asset.id })).filter(({ retiredAt }) => !retiredAt);
  if (models.length === 0) throw problem("cli.no-model", out.say("cli.no-model", { asset: asset.name }), { asset: asset.name });
  return which === "latest" ? [models[0]!] : models;
}
