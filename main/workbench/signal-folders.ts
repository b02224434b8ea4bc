import type { DerivedTag } from "#shared/domain/derived-tag.ts";
import { derivedSignals } from "#shared/formula/derived-signal.ts";
import type { ProjectStore } from "../store/project-store.ts";
import type { SignalFolder } from "../store/signals/signal-folder.ts";

/** Where the samples of an asset's logs lie: one folder per import, the oldest first. Tags that are computed are not among them. */
export function importFolders(store: ProjectStore, assetId: string): string[] {
  store.catalog.assets.get(assetId);
  return store.catalog.imports.list(assetId).map((record) => store.path("signals", record.id));
}

/**
 * Where the tags of an asset are read: the folders of its imports, and behind them what is computed from them.
 * @param derived definitions to compute by; those of today when left out.
 */
export function signalFolders(
  store: ProjectStore,
  assetId: string,
  derived: readonly Pick<DerivedTag, "name" | "formula" | "unit">[] = store.catalog.derivedTags.list(assetId),
): SignalFolder[] {
  const folders = importFolders(store, assetId);
  if (derived.length === 0) return folders;
  const measured = store.catalog.tags.list(assetId).filter((tag) => tag.formula === undefined);
  return [...folders, { derived: derivedSignals(measured, derived) }];
}
