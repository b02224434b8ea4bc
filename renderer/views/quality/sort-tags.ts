import type { TagQuality } from "#shared/domain/quality.ts";
import { weightOf } from "./weight-of.ts";

export const sortKeys = ["tag", "remarks", "coverage", "missing", "gaps", "interval", "flat", "spikes", "drift"] as const;
export type SortKey = (typeof sortKeys)[number];
export interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

export const worstFirst: Sorting = { by: "remarks", descending: true };

const values: Record<Exclude<SortKey, "tag">, (tag: TagQuality) => number> = {
  remarks: weightOf,
  coverage: (tag) => tag.coverage,
  missing: (tag) => tag.rows - tag.valid,
  gaps: (tag) => tag.gaps.count,
  interval: (tag) => tag.intervalMs ?? -1,
  flat: (tag) => (tag.flat ? tag.flat.to - tag.flat.from : -1),
  spikes: (tag) => tag.spikes.count,
  drift: (tag) => Math.abs(tag.drift?.share ?? 0),
};

/** In the order asked for; tags that are equal in it stand as in the log. */
export function sortTags(tags: readonly TagQuality[], { by, descending }: Sorting): TagQuality[] {
  const sign = descending ? -1 : 1;
  if (by === "tag") return [...tags].sort((a, b) => sign * a.tag.localeCompare(b.tag, undefined, { numeric: true }));
  const value = values[by];
  return [...tags].sort((a, b) => sign * (value(a) - value(b)));
}
