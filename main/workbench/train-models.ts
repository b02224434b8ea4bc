import { join } from "node:path";
import type { Handlers } from "#shared/contract/define.ts";
import type { health } from "#shared/contract/health.ts";
import type { HealthModel } from "#shared/domain/health.ts";
import type { JobRun } from "../jobs/job-queue.ts";
import { writeModelState } from "../store/model-state.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { commitSignals } from "../store/signals/commit.ts";
import type { Bench } from "./bench.ts";
import { definitionsRead } from "./derived-tags.ts";
import { modelLineage } from "./model-lineage.ts";
import { signalFolders } from "./signal-folders.ts";
import { stateFile } from "./state-file.ts";
import { storeFound } from "./store-found.ts";
import type { NewEpisode } from "./tasks/train-health.ts";
import { withTemp } from "./with-temp.ts";

type Wish = Parameters<Handlers<typeof health>["train"]>[0];

/** Trains every family in a worker and commits models, scores and episodes of all: whole, or not at all. */
export async function trainModels(bench: Bench, store: ProjectStore, run: JobRun, wish: Wish) {
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
        storeFound(bench, store, model, episodes, "trained");
        catalog.audit.append("model.trained", id, { familyId, params, seed, parents, stateSha256: hashes.get(id) });
      }
    },
  );
}
