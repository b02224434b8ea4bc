import { basename, join } from "node:path";
import type { HealthModel } from "#shared/domain/health.ts";
import type { JobRun } from "../jobs/job-queue.ts";
import { readModelState } from "../store/model-state.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { removeQuietly } from "../store/remove-quietly.ts";
import { commitSignals } from "../store/signals/commit.ts";
import type { Bench } from "./bench.ts";
import { signalFolders } from "./signal-folders.ts";
import { stateFile } from "./state-file.ts";
import { storeFound } from "./store-found.ts";
import { withTemp } from "./with-temp.ts";

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
        storeFound(bench, store, current, episodes, "scored");
        catalog.audit.append("model.scored", modelId, { episodes: episodes.length, imports });
      },
    );
    removeQuietly(scoresFolder);
    return { modelId, episodes: episodes.length };
  });
}
