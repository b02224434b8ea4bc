import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { ImportPreview, LogPlan } from "#shared/domain/importing.ts";
import type { TableDraft } from "./import-draft.ts";
import { tagsOf } from "./tags-of.ts";

/** A log with at least this share of its tags in an asset is taken for more of the same. */
const sameMachine = 0.6;

export interface AssetChoice {
  /** Id of the asset chosen, null for a new one. */
  readonly id: string | null;
  readonly name: string;
  /** What to import into; null while a new asset has no name. */
  readonly asset: { id: string } | { name: string } | null;
}

interface Known {
  /** What was decided. */
  readonly draft: TableDraft | undefined;
  readonly plan: LogPlan | undefined;
  /** The asset every screen speaks of, and its tags. */
  readonly current: Asset | null;
  readonly tags: readonly Tag[] | undefined;
  /** What a new asset is called before anybody has typed. */
  readonly name: string;
}

/** What a new asset for a table is called: tables whose tags have the same names would mix in one asset. */
export function newAssetName(title: string, tables: ImportPreview["tables"], table: number): string {
  const others = new Set(tables.flatMap(({ plan }, k) => (k === table ? [] : tagsOf(plan))));
  const own = tables[table];
  const mixes = table > 0 && own !== undefined && tagsOf(own.plan).some((tag) => others.has(tag));
  return mixes ? `${title} ${own.name || table + 1}` : title;
}

/** The same machine again if most of its tags are here; otherwise a new one. */
export function assetChoice({ draft, plan, current, tags: known, name: proposed }: Known): AssetChoice {
  const tags = plan ? tagsOf(plan) : [];
  const shared = tags.filter((tag) => known?.some((other) => other.name === tag)).length;
  const guess = current && tags.length > 0 && shared >= tags.length * sameMachine ? current.id : null;
  const id = draft?.assetId === undefined ? guess : draft.assetId;
  const name = draft?.assetName ?? proposed;
  const asset = id !== null ? { id } : name.trim() === "" ? null : { name: name.trim() };
  return { id, name, asset };
}
