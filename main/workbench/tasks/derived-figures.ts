import type { Tag } from "#shared/domain/asset.ts";
import type { DerivedSignal } from "#shared/formula/derived-signal.ts";
import { readManifest } from "../../store/signals/manifest.ts";
import { readSignals } from "../../store/signals/read-signals.ts";

/** Rows computed at once. */
const blockRows = 1_000_000;

export type DerivedFigures = Pick<Tag, "name" | "unit" | "valid" | "min" | "max" | "mean" | "from" | "to">;

/** What the samples of computed tags come to over the whole log, in bounded memory. */
export async function derivedFiguresTask({ folders, derived }: { folders: string[]; derived: DerivedSignal[] }): Promise<DerivedFigures[]> {
  const manifests = folders.map(readManifest).filter((m) => m.from !== null && m.to !== null);
  const from = Math.min(...manifests.map((m) => m.from!));
  const to = Math.max(...manifests.map((m) => m.to!)) + 1;
  const figures = derived.map(() => ({ valid: 0, min: Infinity, max: -Infinity, sum: 0, from: Infinity, to: -Infinity }));
  const pieces = Math.ceil(manifests.reduce((sum, m) => sum + m.rows, 0) / blockRows);
  for (let k = 0; k < pieces; k++) {
    const edge = (at: number): number => (at === pieces ? to : from + ((to - from) * at) / pieces);
    const { time, columns } = await readSignals({
      folders: [...folders, { derived }],
      tags: derived.map((signal) => signal.tag),
      range: { from: edge(k), to: edge(k + 1) },
    });
    columns.forEach(({ values }, at) => {
      const of = figures[at]!;
      for (let i = 0; i < values.length; i++) {
        const value = values[i]!;
        if (Number.isNaN(value)) continue;
        of.valid++;
        of.sum += value;
        of.min = Math.min(of.min, value);
        of.max = Math.max(of.max, value);
        of.from = Math.min(of.from, time[i]!);
        of.to = Math.max(of.to, time[i]!);
      }
    });
  }
  return derived.map(({ tag, unit }, k) => {
    const { valid, sum, ...of } = figures[k]!;
    const none = valid === 0;
    return {
      name: tag,
      unit,
      valid,
      min: none ? null : of.min,
      max: none ? null : of.max,
      mean: none ? null : sum / valid,
      from: none ? from : of.from,
      to: none ? to - 1 : of.to,
    };
  });
}
