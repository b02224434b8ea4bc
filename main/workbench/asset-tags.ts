import type { Tag } from "#shared/domain/asset.ts";
import type { ImportRecord } from "#shared/domain/importing.ts";

/** The tags of an asset, put together from its imports; the newest import names the unit. */
export function assetTags(assetId: string, imports: readonly ImportRecord[]): Tag[] {
  const tags = new Map<string, Tag>();
  for (const { report } of imports) {
    if (report.from === null || report.to === null) continue;
    for (const column of report.columns) {
      if (column.kind !== "number") continue;
      const before = tags.get(column.tag);
      tags.set(column.tag, {
        assetId,
        name: column.tag,
        unit: column.unit || before?.unit || "",
        valid: column.valid + (before?.valid ?? 0),
        min: least(before?.min, column.min),
        max: negative(least(negative(before?.max), negative(column.max))),
        mean: mix(before, column),
        from: Math.min(report.from, before?.from ?? Number.POSITIVE_INFINITY),
        to: Math.max(report.to, before?.to ?? Number.NEGATIVE_INFINITY),
      });
    }
  }
  return [...tags.values()];
}

type Maybe = number | null | undefined;
const negative = (x: Maybe): number | null => (x === null || x === undefined ? null : -x);
const least = (a: Maybe, b: Maybe): number | null =>
  a === null || a === undefined ? (b ?? null) : b === null || b === undefined ? a : Math.min(a, b);

function mix(a: { mean: number | null; valid: number } | undefined, b: { mean: number | null; valid: number }): number | null {
  if (!a || a.mean === null) return b.mean;
  if (b.mean === null) return a.mean;
  return (a.mean * a.valid + b.mean * b.valid) / (a.valid + b.valid);
}
