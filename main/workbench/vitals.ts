import { type Vitals, vitalRules } from "#shared/domain/watch.ts";
import type { ProjectStore } from "../store/project-store.ts";
import type { Bench } from "./bench.ts";
import { importFolders } from "./signal-folders.ts";

/** What the samples of an asset were last found to say of its sensors, unless they are others today. */
export function knownVitals(store: ProjectStore, assetId: string): Vitals | undefined {
  try {
    const known = store.catalog.vitals.find(assetId);
    return known?.key === keyOf(store, assetId) ? known : undefined;
  } catch {
    return undefined; // cannot be read: looked at anew
  }
}

/** One look at a time per asset: a board that is drawn twice must not read everything twice. */
const under = new WeakMap<ProjectStore, Map<string, Promise<Vitals>>>();

/** Looks at all samples of an asset, unless that was done since the last import. */
export function checkedVitals(bench: Bench, store: ProjectStore, assetId: string): Promise<Vitals> {
  const known = knownVitals(store, assetId);
  if (known) return Promise.resolve(known);
  const looks = under.get(store) ?? new Map<string, Promise<Vitals>>();
  under.set(store, looks);
  const key = `${assetId} ${keyOf(store, assetId)}`;
  const already = looks.get(key);
  if (already) return already;
  const look = lookAt(bench, store, assetId).finally(() => looks.delete(key));
  looks.set(key, look);
  return look;
}

async function lookAt(bench: Bench, store: ProjectStore, assetId: string): Promise<Vitals> {
  const key = keyOf(store, assetId);
  const found = await bench.task("check-vitals", { folders: importFolders(store, assetId) });
  const vitals: Vitals = { ...found, assetId, key };
  // Another project may have been opened meanwhile: what was found then belongs to nobody.
  if (bench.openStore === store) store.catalog.commit(() => store.catalog.vitals.put(vitals));
  return vitals;
}

const keyOf = (store: ProjectStore, assetId: string): string => [vitalRules, ...store.catalog.imports.idsOf(assetId)].join(" ");
