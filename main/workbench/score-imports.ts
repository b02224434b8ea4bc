import { activeModels } from "#shared/domain/active-models.ts";
import type { Bench } from "./bench.ts";
import { startScoring } from "./score-model.ts";
import { unscoredImports } from "./unscored.ts";

/**
 * Starts a job for each model in use of an asset that is to score new data by itself and has not scored all of it, unless one is under way
 * already. Returns the jobs' ids.
 */
export function scoreDue(bench: Bench, assetId: string): string[] {
  const { store } = bench;
  return activeModels(store.catalog.healthModels.list(assetId))
    .filter((model) => model.scoresNew === true && unscoredImports(store, model).length > 0 && !underWay.get(bench)?.has(model.id))
    .map((model) => {
      const jobs = underWay.get(bench) ?? new Set<string>();
      underWay.set(bench, jobs.add(model.id));
      const { jobId } = startScoring(bench, model);
      void bench.jobs.ended(jobId).finally(() => jobs.delete(model.id));
      return jobId;
    });
}

const underWay = new WeakMap<Bench, Set<string>>();

/**
 * Scores what has been imported, by the models that are to do so by themselves: after each import, and when a project is opened whose last
 * scoring did not come to its end. On the command line the command itself waits for them (`scoreDue`), because the program ends with it.
 */
export function scoreImports(bench: Bench, onProject: (hear: () => void) => void): void {
  if (bench.options.host === "cli") return;
  bench.jobs.onChange(({ kind, status }) => {
    if (status.state !== "done" || kind !== "import") return;
    const { assetId } = status.result as { assetId?: string };
    // After the hearers of this change: the job that follows an import must not stand before it in any list.
    queueMicrotask(() => assetId && bench.openStore?.catalog.assets.find(assetId) && scoreDue(bench, assetId));
  });
  onProject(() => {
    queueMicrotask(() => {
      for (const { id } of bench.openStore?.catalog.assets.list() ?? []) scoreDue(bench, id);
    });
  });
}
