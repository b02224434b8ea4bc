import { defaultAlertBudget, type Episode, type HealthModel, recommendedFamily } from "#shared/domain/health.ts";
import { problem } from "#shared/domain/problem.ts";
import type { RegimeFit } from "#shared/domain/regime.ts";
import type { Session } from "../frame/session.ts";
import { periodsOfLog } from "./periods-of-log.ts";

export interface TrainWish {
  readonly assetId: string;
  readonly families?: readonly { readonly id: string; readonly params: Readonly<Record<string, string | number | boolean>> }[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly notTags?: readonly string[] | undefined;
  /** As typed; proposed where it is left out. */
  readonly reference?: string | undefined;
  readonly alertsPerWeek?: number | undefined;
  /** null: regimes are not told apart; otherwise found by themselves. */
  readonly regimes?: null;
  readonly regimeFit?: RegimeFit;
  readonly seed: number;
}

export interface Judged {
  readonly model: HealthModel;
  readonly episodes: readonly Episode[];
}

/** Trains the families asked for, the recommended one where none is, and returns the models with their episodes. */
export async function trainStep(session: Session, wish: TrainWish): Promise<Judged[]> {
  const { ask } = session;
  const tags = await tagsOf(session, wish);
  const families = wish.families ?? [{ id: recommendedFamily, params: {} }];
  const reference =
    wish.reference === undefined
      ? (await ask.health.proposeReference({ assetId: wish.assetId, tags })).ranges
      : await periodsOfLog(session, wish.assetId, wish.reference, "--reference");
  session.check();
  const job = await ask.health.train({
    assetId: wish.assetId,
    tags,
    reference,
    families: families.map(({ id, params }) => ({ id, params: { ...params } })),
    budget: { alertsPerWeek: wish.alertsPerWeek ?? defaultAlertBudget.alertsPerWeek },
    seed: wish.seed,
    ...(wish.regimes === null ? { regimes: null } : {}),
    ...(wish.regimeFit ? { regimeFit: wish.regimeFit } : {}),
  });
  const { modelIds } = (await session.finish(job)) as { modelIds: string[] };
  const models = await ask.health.models({ assetId: wish.assetId });
  return Promise.all(
    modelIds.map(async (modelId) => ({
      model: models.find(({ id }) => id === modelId)!,
      episodes: await ask.health.episodes({ modelId }),
    })),
  );
}

/** Tags with samples, those left out left out. */
async function tagsOf({ ask, out }: Session, { assetId, tags, notTags = [] }: TrainWish): Promise<string[]> {
  const known = await ask.project.tags({ assetId });
  for (const name of [...(tags ?? []), ...notTags]) {
    if (known.some((tag) => tag.name === name)) continue;
    const data = { tag: name, known: known.map((tag) => tag.name).join(", ") };
    throw problem("cli.unknown-tag", out.say("cli.unknown-tag", data), data);
  }
  const chosen = tags ?? known.filter(({ valid }) => valid > 0).map(({ name }) => name);
  return chosen.filter((name) => !notTags.includes(name));
}
