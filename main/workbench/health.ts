import { basename, join } from "node:path";
import type { Handlers } from "#shared/contract/define.ts";
import type { health } from "#shared/contract/health.ts";
import { type Episode, type HealthModel, type RunChange, recommendedFamily } from "#shared/domain/health.ts";
import { problem } from "#shared/domain/problem.ts";
import { familyInfo } from "../analysis/models/family-info.ts";
import { anomalyFamilies } from "../analysis/models/registry.ts";
import type { JobRun } from "../jobs/job-queue.ts";
import { readModelState, writeModelState } from "../store/model-state.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { removeQuietly } from "../store/remove-quietly.ts";
import { commitSignals } from "../store/signals/commit.ts";
import { envelope } from "../store/signals/envelope.ts";
import type { Bench } from "./bench.ts";
import { definitionsRead } from "./derived-tags.ts";
import { giveVerdict } from "./give-verdict.ts";
import { keepCases } from "./keep-cases.ts";
import { modelLineage } from "./model-lineage.ts";
import { putEpisodes, recallAgain } from "./put-episodes.ts";
import { regimeSpans } from "./regime-spans.ts";
import { signalFolders } from "./signal-folders.ts";
import { similarEpisodes } from "./similar-episodes.ts";
import { mappingOf } from "./tasks/model-frame.ts";
import type { NewEpisode } from "./tasks/train-health.ts";
import { regimeTag } from "./tasks/write-scores.ts";
import { withTemp } from "./with-temp.ts";

export function healthHandlers(bench: Bench): Handlers<typeof health> {
  return {
    families: () => [{ id: recommendedFamily, kind: "anomaly", params: [] }, ...anomalyFamilies.map((family) => familyInfo(family))],
    proposeReference: ({ assetId, tags }) => bench.task("propose-reference", { folders: signalFolders(bench.store, assetId), tags }),
    proposeRegimes: ({ assetId, ...look }) => bench.task("propose-regimes", { folders: signalFolders(bench.store, assetId), ...look }),
    sufficiency: ({ assetId, ...wish }) => bench.task("check-sufficiency", { ...wish, folders: signalFolders(bench.store, assetId) }),
    train: (wish) => {
      const job = bench.start("train", wish.families.map((family) => family.id).join(", "), (run, store) =>
        trainAll(bench, store, run, wish),
      );
      return { jobId: job.id };
    },
    models: ({ assetId }) => bench.store.catalog.healthModels.list(assetId).reverse(),
    scores: ({ modelId, range, pixels }) => {
      const { store } = bench;
      const model = store.catalog.healthModels.get(modelId);
      const tags = ["score", ...Object.keys(model.statistics).filter((name) => name !== "score")];
      return envelope({ folders: [store.scoresFolder(modelId)], tags, range, pixels });
    },
    regimeSpans: async ({ modelId, range, pixels }) => {
      const { store } = bench;
      const plan = store.catalog.healthModels.get(modelId).features.regimes?.plan;
      if (!plan) return [];
      const { series } = await envelope({ folders: [store.scoresFolder(modelId)], tags: [regimeTag], range, pixels });
      return regimeSpans(series[0]!, plan, range.to);
    },
    contributionStrip: ({ modelId, ...look }) => {
      const { store } = bench;
      const model = store.catalog.healthModels.get(modelId);
      return bench.task("explain-strip", {
        ...look,
        folders: signalFolders(store, model.assetId, model.derived),
        scoresFolder: store.scoresFolder(modelId),
        tags: model.tags,
        mapping: mappingOf(model),
        saved: readModelState(stateFile(store, modelId)),
      });
    },
    pick: ({ modelId, picked }) => {
      const { catalog } = bench.store;
      const { assetId } = catalog.healthModels.get(modelId);
      catalog.commit(() => {
        for (const { active, ...model } of catalog.healthModels.list(assetId)) {
          const now = picked && model.id === modelId;
          if (now !== (active === true)) catalog.healthModels.put(now ? { ...model, active: true } : model);
        }
        catalog.audit.append(picked ? "model.picked" : "model.unpicked", modelId, { assetId });
        keepCases(bench.store, assetId, () => bench.newId());
      });
      return catalog.healthModels.get(modelId);
    },
    score: ({ modelId }) => {
      return startScoring(bench, bench.store.catalog.healthModels.get(modelId));
    },
    setBudget: async ({ modelId, budget }) => {
      const { store } = bench;
      const model = store.catalog.healthModels.get(modelId);
      if (model.origin)
        throw problem(
          "model.limit-fixed",
          "This model was learned elsewhere and keeps the limit it came with; train one here for another budget.",
        );
      const { limit, episodes } = await bench.task("find-limit", {
        folders: signalFolders(store, model.assetId, model.derived),
        scoresFolder: store.scoresFolder(modelId),
        saved: readModelState(stateFile(store, modelId)),
        model,
        budget,
      });
      let changed: HealthModel = { ...model, limit };
      store.catalog.commit(() => {
        changed = { ...store.catalog.healthModels.get(modelId), limit }; // it may have been removed or retired meanwhile
        changed = found(bench, store, changed, episodes, "limit");
        store.catalog.audit.append("limit.set", modelId, limit);
      });
      return changed;
    },
    episodes: ({ modelId }) => bench.store.catalog.episodes.list(modelId),
    judge: ({ episodeId, ...given }) => {
      const { catalog } = bench.store;
      let judged: Episode | undefined;
      catalog.commit(() => {
        judged = giveVerdict(catalog, episodeId, given, { at: Date.now(), newId: () => bench.newId() });
      });
      return judged!;
    },
    expectedTrend: ({ episodeId, ...look }) => {
      const { store } = bench;
      const { modelId, fingerprint } = store.catalog.episodes.get(episodeId);
      const model = store.catalog.healthModels.get(modelId);
      return bench.task("expected-trend", {
        ...look,
        off: (fingerprint?.off ?? []).map(({ tag }) => tag),
        folders: signalFolders(store, model.assetId, model.derived),
        saved: readModelState(stateFile(store, modelId)),
        model,
      });
    },
    similar: ({ episodeId }) => similarEpisodes(bench.store.catalog, episodeId),
    declineRecall: ({ episodeId, declined }) => {
      const { store } = bench;
      const { catalog } = store;
      catalog.commit(() => {
        const { recallDeclined: _, ...before } = catalog.episodes.get(episodeId);
        catalog.episodes.put(declined ? { ...before, recallDeclined: true } : before);
        catalog.audit.append(declined ? "recall.declined" : "recall.accepted", episodeId, { modelId: before.modelId });
        keepCases(store, before.assetId, () => bench.newId());
      });
      return catalog.episodes.get(episodeId);
    },
    applyVerdicts: ({ modelId }) => {
      const { store } = bench;
      const { catalog } = store;
      catalog.commit(() => {
        const { assetId } = recallAgain(catalog, catalog.healthModels.get(modelId), Date.now());
        keepCases(store, assetId, () => bench.newId());
      });
      return catalog.healthModels.get(modelId);
    },
    remove: ({ modelId }) => {
      const { store } = bench;
      const { catalog } = store;
      const model = catalog.healthModels.get(modelId);
      const scoresFolder = store.scoresFolder(modelId);
      catalog.commit(() => {
        catalog.healthModels.remove(modelId);
        catalog.scores.remove(modelId);
        catalog.episodes.removeOf(modelId);
        catalog.audit.append("model.removed", modelId);
        keepCases(store, model.assetId, () => bench.newId());
      });
      removeQuietly(scoresFolder);
      removeQuietly(stateFile(store, modelId));
      return null;
    },
  };
}

type Wish = Parameters<Handlers<typeof health>["train"]>[0];

/** Trains every family in a worker and commits models, scores and episodes of all: whole, or not at all. */
async function trainAll(bench: Bench, store: ProjectStore, run: JobRun, wish: Wish) {
  return withTemp(store, bench.newId(), async (folder) => {
    const { families } = wish;
    const trained: Trained[] = [];
    for (const [k, family] of families.entries()) {
      const tick: JobRun["tick"] = (done, total, note, losses) =>
        run.tick(k + (total > 0 ? done / total : 0), families.length, note ?? family.id, losses);
      trained.push(await trainOne(bench, store, { signal: run.signal, tick }, { wish, family, folder }));
    }
    run.tick(1, 1);
    commitTrained(bench, store, trained);
    return { modelIds: trained.map(({ model }) => model.id) };
  });
}

/** A model that waits to be committed with its sisters. */
interface Trained {
  readonly model: HealthModel;
  readonly saved: unknown;
  readonly episodes: readonly NewEpisode[];
  /** Where its scores are staged. */
  readonly staging: string;
}

async function trainOne(
  bench: Bench,
  store: ProjectStore,
  run: JobRun,
  { wish, family, folder }: { wish: Wish; family: Wish["families"][number]; folder: string },
): Promise<Trained> {
  const id = bench.newId();
  const staging = join(folder, id);
  const began = performance.now();
  const { tags, reference, budget, assetId, seed, regimes, regimeFit, features } = wish;
  const derived = definitionsRead(store, assetId, tags);
  const { card, saved, episodes } = await bench.task(
    "train-health",
    {
      folders: signalFolders(store, assetId),
      tags,
      reference,
      familyId: family.id,
      params: family.params,
      budget,
      regimes,
      regimeFit,
      features,
      scoresFolder: staging,
    },
    run,
    seed,
  );
  const model: HealthModel = {
    ...card,
    ...(derived ? { derived } : {}),
    id,
    assetId,
    createdAt: Date.now(),
    trainedMs: Math.round(performance.now() - began),
    parents: store.catalog.imports
      .list(assetId)
      .map((record) => ({ importId: record.id, sha256: record.files.map((file) => file.sha256) })),
  };
  return { model, saved, episodes, staging };
}

function commitTrained(bench: Bench, store: ProjectStore, trained: readonly Trained[]): void {
  const { catalog } = store;
  const places = trained.map((one) => ({ ...one, state: stateFile(store, one.model.id), scores: store.scoresFolder(one.model.id) }));
  const hashes = new Map<string, string>();
  store.commitFiles(
    places.flatMap(({ state, scores }) => [state, scores]),
    () => {
      for (const { model, saved, staging, state, scores } of places) {
        hashes.set(model.id, writeModelState(state, saved));
        commitSignals(staging, scores);
      }
    },
    () => {
      for (const { model: made, episodes } of places) {
        const model: HealthModel = { ...made, ...modelLineage(catalog, made) };
        const { id, familyId, params, seed, parents } = model;
        found(bench, store, model, episodes, "trained");
        catalog.audit.append("model.trained", id, { familyId, params, seed, parents, stateSha256: hashes.get(id) });
      }
    },
  );
}

/** Starts the job that scores the log of today with a model. */
export function startScoring(bench: Bench, model: HealthModel): { jobId: string } {
  return { jobId: bench.start("score", model.name, (run, store) => scoreAgain(bench, store, run, model.id)).id };
}

/** Scores the log of today; the old scores give way in the transaction that brings the new ones' episodes. */
async function scoreAgain(bench: Bench, store: ProjectStore, run: JobRun, modelId: string) {
  const { catalog } = store;
  const model = catalog.healthModels.get(modelId);
  return withTemp(store, bench.newId(), async (folder) => {
    const staging = join(folder, "scores");
    const scoresFolder = store.scoresFolder(modelId);
    const saved = readModelState(stateFile(store, modelId));
    const folders = signalFolders(store, model.assetId, model.derived);
    const imports = catalog.imports.list(model.assetId).map((record) => record.id);
    const { episodes } = await bench.task("score-health", { folders, scoresFolder, staging, saved, model }, run, model.seed);
    run.tick(1, 1);
    const fresh = store.path("scores", `${modelId}.${bench.newId()}`);
    store.commitFiles(
      [fresh],
      () => commitSignals(staging, fresh),
      () => {
        const current = catalog.healthModels.get(modelId); // it may have been removed meanwhile
        catalog.scores.put({ id: modelId, folder: basename(fresh), imports });
        found(bench, store, current, episodes, "scored");
        catalog.audit.append("model.scored", modelId, { episodes: episodes.length, imports });
      },
    );
    removeQuietly(scoresFolder);
    return { modelId, episodes: episodes.length };
  });
}

/** Stores a model with its newly found episodes, and the case they belong to. */
export function found(
  bench: Bench,
  store: ProjectStore,
  model: HealthModel,
  episodes: readonly NewEpisode[],
  why: RunChange["why"],
): HealthModel {
  const newId = () => bench.newId();
  const stored = putEpisodes(store.catalog, model, episodes, { why, at: Date.now(), newId });
  keepCases(store, model.assetId, newId);
  return stored;
}

/** Where what a model learned is kept. */
export const stateFile = (store: ProjectStore, modelId: string): string => store.path("models", `${modelId}.model`);
