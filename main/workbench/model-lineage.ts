import type { HealthModel } from "#shared/domain/health.ts";
import type { Catalog } from "../store/catalog.ts";

/** Which model of its kind on the asset a fresh one is, and after which it came. Retired models count; removed ones are gone. */
export function modelLineage(
  catalog: Catalog,
  { assetId, familyId }: Pick<HealthModel, "assetId" | "familyId">,
): Required<Pick<HealthModel, "version" | "before">> {
  const kind = catalog.healthModels.list(assetId).filter((model) => model.familyId === familyId);
  const last = kind.at(-1);
  const versionOf = (model: HealthModel): number => model.version ?? 1 + kind.indexOf(model);
  return { version: 1 + Math.max(0, ...kind.map(versionOf)), before: last ? { id: last.id, version: versionOf(last) } : null };
}
