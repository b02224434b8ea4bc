import type { HealthModel } from "#shared/domain/health.ts";
import type { ProjectStore } from "../store/project-store.ts";

/** The imports of a model's asset that its scores do not cover, the oldest first. */
export function unscoredImports({ catalog }: ProjectStore, model: HealthModel): string[] {
  const covered = new Set(catalog.scores.find(model.id)?.imports ?? model.parents.map(({ importId }) => importId));
  return catalog.imports.idsOf(model.assetId).filter((id) => !covered.has(id));
}
