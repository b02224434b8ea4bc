import type { Handlers } from "#shared/contract/define.ts";
import type { health } from "#shared/contract/health.ts";
import { type Episode, type HealthModel, recommendedFamily } from "#shared/domain/health.ts";
import { problem } from "#shared/domain/problem.ts";
import { familyInfo } from "../analysis/models/family-info.ts";
import { anomalyFamilies } from "../analysis/models/registry.ts";
import { readModelState } from "../store/model-state.ts";
import { removeQuietly } from "../store/remove-quietly.ts";
import { envelope } from "../store/signals/envelope.ts";
import type { Bench } from "./bench.ts";
import { giveVerdict } from "./give-verdict.ts";
import { keepCases } from "./keep-cases.ts";
import { recallAgain } from "./put-episodes.ts";
import { regimeSpans } from "./regime-spans.ts";
import { startScoring } from "./score-model.ts";
import { signalFolders } from "./signal-folders.ts";
import { similarEpisodes } from "./similar-episodes.ts";
import { stateFile } from "./state-file.ts";
import { storeFound } from "./store-found.ts";
import { mappingOf } from "./tasks/model-frame.ts";
import { regimeTag } from "./tasks/write-scores.ts";
import { trainModels } from "./train-models.ts";

export function healthHandlers(bench: Bench): Handlers<typeof health> {
  return {
    families: () => [{ id: recommendedFamily, kind: "anomaly", params: [] }, ...anomalyFamilies.map((family) => familyInfo(family))],
    proposeReference: ({ assetId, tags }) => bench.task("propose-reference", { folders: signalFolders(bench.store, assetId), tags }),
    proposeRegimes: ({ assetId, ...look }) => bench.task("propose-regimes", { folders: signalFolders(bench.store, assetId), ...look }),
    sufficiency: ({ assetId, ...wish }) => bench.task("check-sufficiency", { ...wish, folders: signalFolders(bench.store, assetId) }),
    train: (wish) => {
      const job = bench.start("train", wish.families.map((family) => family.id).join(", "), (run, store) =>
        trainModels(bench, store, run, wish),
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
        changed = storeFound(bench, store, changed, episodes, "limit");
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
