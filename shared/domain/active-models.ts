import type { HealthModel } from "./health.ts";

/** The models whose episodes count: those a person has picked; where none is picked, all that are not retired. In the order given. */
export function activeModels<M extends Pick<HealthModel, "active" | "retiredAt">>(models: readonly M[]): M[] {
  const kept = models.filter((model) => !model.retiredAt);
  const picked = kept.filter((model) => model.active === true);
  return picked.length > 0 ? picked : kept;
}
