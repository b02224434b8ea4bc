import type { Tag } from "#shared/domain/asset.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";

/** The time an asset has samples in; an end does not belong to a range, so it lies just behind the last one. */
export const logExtent = (tags: readonly Tag[]): TimeRange => {
  const measured = tags.filter((tag) => tag.valid > 0);
  return { from: Math.min(...measured.map((tag) => tag.from)), to: Math.max(...measured.map((tag) => tag.to)) + 1 };
};
