import type { ProjectStore } from "../store/project-store.ts";

/** Where the samples of an asset lie: one folder per import, the oldest first. */
export function signalFolders(store: ProjectStore, assetId: string): string[] {
  store.catalog.assets.get(assetId);
  return store.catalog.imports.list(assetId).map((record) => store.path("signals", record.id));
}
