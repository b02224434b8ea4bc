import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { Project } from "#shared/domain/project.ts";
import { useAsk } from "./use-ask.ts";

/** The open project; null when none is, undefined until it is known. */
export const useProject = (): Project | null | undefined => useAsk("project", "current", {}).data;

/** The assets of the open project. */
export function useAssets(): readonly Asset[] {
  const open = Boolean(useProject());
  return useAsk("project", "assets", {}, { enabled: open }).data ?? [];
}

/** The tags of an asset, undefined until they are known. */
export const useTags = (assetId: string): readonly Tag[] | undefined => useAsk("project", "tags", { assetId }).data;
