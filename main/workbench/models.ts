import { join } from "node:path";
import type { Handlers } from "#shared/contract/define.ts";
import type { models } from "#shared/contract/models.ts";
import type { HealthModel, TagMapping } from "#shared/domain/health.ts";
import { isUsable, type TagMatch } from "#shared/domain/model-file.ts";
import { problem } from "#shared/domain/problem.ts";
import type { JobRun } from "../jobs/job-queue.ts";
import { writeModelState } from "../store/model-state.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { commitSignals } from "../store/signals/commit.ts";
import type { Bench } from "./bench.ts";
import { keepCases } from "./keep-cases.ts";
import { matchTags } from "./match-tags.ts";
import { type OpenedModelFile, openModelFile, renamed, writeModelFile } from "./model-file.ts";
import { modelLineage } from "./model-lineage.ts";
import { scoreDue } from "./score-imports.ts";
import { signalFolders } from "./signal-folders.ts";
import { stateFile } from "./state-file.ts";
import { storeFound } from "./store-found.ts";
import { unscoredImports } from "./unscored.ts";
import { withTemp } from "./with-temp.ts";

export function modelHandlers(bench: Bench): Handlers<typeof models> {
  /** Changes a card in one transaction, with what follows for the cases of its asset. */
  const change = (modelId: string, action: string, changed: (model: HealthModel) => HealthModel): HealthModel => {
    const { store } = bench;
    const { catalog } = store;
    const model = changed(catalog.healthModels.get(modelId));
    catalog.commit(() => {
      catalog.healthModels.put(model);
      catalog.audit.append(action, modelId, { familyId: model.familyId, assetId: model.assetId });
      keepCases(store, model.assetId, () => bench.newId());
    });
    return model;
  };
  return {
    unscored: ({ assetId }) =>
      bench.store.catalog.healthModels.list(assetId).map((model) => ({ modelId: model.id, imports: unscoredImports(bench.store, model) })),
    // A retired model that was picked no longer is: the others count again.
    retire: ({ modelId }) => change(modelId, "model.retired", ({ active: _, ...model }) => ({ ...model, retiredAt: Date.now() })),
    restore: ({ modelId }) => {
      const model = change(modelId, "model.restored", (one) => ({ ...one, retiredAt: null }));
      scoreDue(bench, model.assetId);
      return model;
    },
    scoreNew: ({ modelId, on }) => {
      const model = change(modelId, "model.scores-new", (one) => ({ ...one, scoresNew: on }));
      if (on) scoreDue(bench, model.assetId);
      return model;
    },
    scoreDue: ({ assetId }) => ({ jobIds: scoreDue(bench, assetId) }),
    export: ({ modelId, path }) => {
      const { store } = bench;
      const written = writeModelFile(store, store.catalog.healthModels.get(modelId), stateFile(store, modelId), path);
      store.catalog.commit(() => store.catalog.audit.append("model.exported", modelId, { sha256: written.sha256, bytes: written.bytes }));
      return written;
    },
    read: ({ path }) => openModelFile(path).info,
    match: ({ path, assetId, chosen }) => matchTags(openModelFile(path).info.tags, bench.store.catalog.tags.list(assetId), chosen),
    import: ({ path, assetId, chosen }) => {
      const opened = openModelFile(path);
      const mapping = usable(matchTags(opened.info.tags, bench.store.catalog.tags.list(assetId), chosen));
      const job = bench.start("score", opened.info.card.familyId, (run, store) =>
        importModel(bench, store, run, { opened, assetId, mapping }),
      );
      return { jobId: job.id };
    },
  };
}

function usable(matches: readonly TagMatch[]): TagMapping[] {
  const listed = (found: readonly TagMatch[], word: (match: TagMatch) => string): string => found.map(word).join(", ");
  const missing = matches.filter(({ state }) => state === "missing");
  if (missing.length > 0) {
    const data = { count: missing.length, tags: listed(missing, ({ as, asUnit }) => (asUnit ? `${as} [${asUnit}]` : as)) };
    throw problem("model-file.tags", `The asset has no tag for ${data.tags}; say which of its tags they are.`, data);
  }
  const wrong = matches.filter((match) => !isUsable(match));
  if (wrong.length > 0) {
    const data = { count: wrong.length, tags: listed(wrong, ({ as, asUnit, tag, unit }) => `${as} [${asUnit}] ← ${tag} [${unit}]`) };
    throw problem("model-file.units", `These units do not measure the same, so that no conversion is possible: ${data.tags}.`, data);
  }
  const twice = matches.find(({ tag }, k) => matches.findIndex((other) => other.tag === tag) !== k);
  if (twice) throw problem("model-file.twice", `${twice.tag} stands for two tags of the model.`, { tag: twice.tag! });
  return matches.map(({ as, asUnit, tag, unit, scale, shift }) => ({ tag: tag!, unit: unit!, as, asUnit, scale, shift }));
}

interface Arrival {
  readonly opened: OpenedModelFile;
  readonly assetId: string;
  readonly mapping: TagMapping[];
}

/** Scores the asset with a model from a file, and commits model, scores and episodes: whole, or not at all. */
async function importModel(bench: Bench, store: ProjectStore, run: JobRun, { opened: { info, state: saved }, assetId, mapping }: Arrival) {
  const { catalog } = store;
  const { card, project, asset, exportedAt, sha256 } = info;
  const id = bench.newId();
  const nameOf = (as: string): string => mapping.find((one) => one.as === as)?.tag ?? as;
  const { version: _, before: __, active: ___, retiredAt: ____, scoresNew: _____, lastRun: ______, derived: _______, ...kept } = card;
  const model: HealthModel = {
    ...renamed({ ...kept, id, assetId }, nameOf, mapping),
    createdAt: Date.now(),
    parents: [],
    origin: { project, asset, modelId: card.origin?.modelId ?? card.id, exportedAt, sha256, mapping },
  };
  const folders = signalFolders(store, assetId);
  const imports = catalog.imports.list(assetId).map((record) => record.id);
  return withTemp(store, bench.newId(), async (folder) => {
    const staging = join(folder, "scores");
    const { episodes } = await bench.task("score-health", { folders, scoresFolder: null, staging, saved, model }, run, model.seed);
    run.tick(1, 1);
    const [state, scores] = [stateFile(store, id), store.path("scores", id)];
    store.commitFiles(
      [state, scores],
      () => {
        writeModelState(state, saved);
        commitSignals(staging, scores);
      },
      () => {
        catalog.assets.get(assetId);
        const arrived: HealthModel = { ...model, ...modelLineage(catalog, model) };
        catalog.scores.put({ id, folder: id, imports });
        storeFound(bench, store, arrived, episodes, "scored");
        catalog.audit.append("model.imported", id, { familyId: model.familyId, assetId, fileSha256: sha256, project, asset });
      },
    );
    return { modelId: id, episodes: episodes.length };
  });
}
