import type { Frame } from "#shared/domain/frame.ts";
import { readManifest } from "./manifest.ts";
import { withPart } from "./with-part.ts";

/**
 * Hands over all samples of a folder, row group by row group in ascending order of time: at most a few million cells at a time, whatever the
 * folder holds. Columns stand in the order of the manifest. Throws `signals.damaged`.
 */
export async function stretches(folder: string, take: (frame: Frame) => void): Promise<void> {
  const { parts, columns } = readManifest(folder);
  for (const part of parts) {
    await withPart(folder, part, async (source) => {
      for (let group = 0; group < source.groups.length; group++) {
        const { time, begin, end } = await source.timeWithin(group, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
        const values = await Promise.all(columns.map((_, k) => source.values(group, k, begin, end)));
        take({ time, columns: columns.map(({ tag, unit }, k) => ({ tag, unit, values: values[k]! })) });
      }
    });
  }
}
