import type { Fingerprint } from "#shared/domain/fingerprint.ts";
import type { Frame } from "#shared/domain/frame.ts";
import { departures } from "./departures.ts";
import { type Relations, standardised } from "./relations.ts";

const mostRows = 40; // a mean deviation of so many rows is known to a sixth of a standard deviation
const leastDeviation = 1; // standard deviation: less is no sign of anything
const lasting = { leastGain: 1, usual: 0 }; // one standard deviation of a row, and that in the mean of many rows
const leastTelling = 0.1; // partial correlation: less is one part in a hundred of the variance
const beyond = 0.05; // of the span seen: an instrument's noise reaches over it by as much

/**
 * What rows look like, whatever the model that found them: their departures from the reference's relations, averaged.
 * @param frame prepared as for the score; its tags as they were learned. @param rows abnormal ones; many are thinned evenly. Those with a NaN are passed over.
 * @param alikeFrom of the reference.
 */
export function fingerprintOf(relations: Relations, frame: Frame, rows: Int32Array, alikeFrom: number): Fingerprint {
  const columns = frame.columns.map((c) => c.values);
  const complete = rows.filter((row) => columns.every((column) => !Number.isNaN(column[row]!)));
  const step = Math.max(1, Math.ceil(complete.length / mostRows));
  const some = complete.filter((_, i) => i % step === 0);
  const { tags, units, scale, sigma, low, high } = relations;
  const mean = (of: (row: number) => Float64Array): Float64Array => {
    const sums = new Float64Array(tags.length);
    for (const row of some) for (const [j, x] of of(row).entries()) sums[j]! += x / some.length;
    return sums;
  };
  const byRow = mean((row) => departures(relations, standardised(relations, columns, row)));
  // What is too faint in each row is plain in all of them together, where it lasts.
  const offs = byRow.some((x) => x !== 0)
    ? byRow
    : departures(
        relations,
        mean((row) => standardised(relations, columns, row)),
        lasting,
      );
  const measured = mean((row) => Float64Array.from(columns, (column) => column[row]!));
  const off = tags
    .map((tag, j) => ({
      tag,
      unit: units[j]!,
      deviation: offs[j]! / sigma[j]!,
      residual: offs[j]! * scale[j]!,
      measured: measured[j]!,
      by: tellers(relations, j, offs),
    }))
    .filter(({ deviation }) => Math.abs(deviation) >= leastDeviation)
    .sort((a, b) => Math.abs(b.deviation) - Math.abs(a.deviation));
  const unseen = tags.flatMap((tag, j) => {
    const air = beyond * (high[j]! - low[j]!);
    const inside = measured[j]! >= low[j]! - air && measured[j]! <= high[j]! + air;
    return inside || some.length === 0 || off.some((one) => one.tag === tag)
      ? []
      : [{ tag, unit: units[j]!, measured: measured[j]!, from: low[j]!, to: high[j]! }];
  });
  return { tags: [...tags], off, strength: Math.hypot(...off.map(({ deviation }) => deviation)), unseen, alikeFrom };
}

/** The two tags that tell most of tag j and are not off themselves, by their partial correlation with it. */
function tellers({ tags, precision }: Relations, j: number, offs: Float64Array): string[] {
  const size = tags.length;
  return tags
    .map((tag, k) => ({
      tag,
      k,
      with: Math.abs(precision[j * size + k]!) / Math.sqrt(precision[j * size + j]! * precision[k * size + k]!),
    }))
    .filter(({ k, with: together }) => k !== j && offs[k] === 0 && together >= leastTelling)
    .sort((a, b) => b.with - a.with)
    .slice(0, 2)
    .map(({ tag }) => tag);
}
