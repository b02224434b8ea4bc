import type { Fingerprint } from "#shared/domain/fingerprint.ts";
import type { Frame } from "#shared/domain/frame.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { random } from "../signal/random.ts";
import { fingerprintOf } from "./fingerprint-of.ts";
import { likeness } from "./likeness.ts";
import type { Relations } from "./relations.ts";

const causes = 10; // 45 pairs of different causes, each seen at all places
const places = 4;
const strengths = [4, 8, 16, 32]; // one for each place, in robust standard deviations: from just seen to gross
const rowsEach = 5;
const companionShare = 0.5;
const mostConfused = 0.99; // of pairs of different causes that must be told apart
const mostMissed = 0.05; // of pairs of one cause that may be
const least = 0.7; // within 45 degrees
const most = 0.97;

/**
 * From which likeness on two episodes count as one shape, by drills on the reference: causes that move one or two tags are planted at several places and
 * strengths. It is the least likeness that nineteen in twenty pairs of one cause reach, or more where different causes come nearer than that more often than once in a hundred.
 * @param frame prepared. @param rows of the reference, each complete. @returns 0.7 … 0.97.
 */
export function alikeFrom(relations: Relations, frame: Frame, rows: Int32Array, seed: number): number {
  const size = relations.tags.length;
  const chance = random(seed);
  const below = (n: number) => Math.floor(chance() * n);
  const planted = Array.from({ length: causes }, (_, cause) => {
    const tag = below(size);
    const sign = chance() < 0.5 ? -1 : 1;
    // Every other cause moves a second tag.
    const companion = cause % 2 === 1 && size > 1 ? (tag + 1 + below(size - 1)) % size : undefined;
    const companionSign = chance() < 0.5 ? -1 : 1;
    const prints = strengths.slice(0, places).map((strength) => {
      const from = below(Math.max(1, rows.length - rowsEach));
      const some = rows.subarray(from, from + rowsEach);
      const shifted = frame.columns.map(({ tag: name, unit, values }, j) => {
        const by = j === tag ? sign * strength : j === companion ? companionSign * companionShare * strength : 0;
        const unitOfSigma = relations.sigma[j]! * relations.scale[j]!;
        return { tag: name, unit, values: Float64Array.from(some, (row) => values[row]! + by * unitOfSigma) };
      });
      const time = Float64Array.from(some, (row) => frame.time[row]!);
      return fingerprintOf(relations, { time, columns: shifted }, Int32Array.from(some.keys()), 1);
    });
    return { tag, sign, companion, prints };
  });
  const same: number[] = [];
  const different: number[] = [];
  for (const [k, one] of planted.entries())
    for (const other of planted.slice(k)) {
      const oneCause = one === other;
      const apart = one.tag !== other.tag && one.tag !== other.companion && other.tag !== one.companion;
      if (!oneCause && !apart) continue; // neither one cause nor clearly two
      for (const [p, a] of one.prints.entries())
        for (const b of oneCause ? other.prints.slice(p + 1) : other.prints) (oneCause ? same : different).push(known(a, b));
    }
  const reached = sortedQuantile(sorted(Float64Array.from(same)), mostMissed);
  const confused = sortedQuantile(sorted(Float64Array.from(different)), mostConfused);
  return Math.min(most, Math.max(least, reached || 0, confused || 0));
}

/** Fingerprints that cannot be compared are not alike. */
const known = (a: Fingerprint, b: Fingerprint): number => {
  const alike = likeness(a, b);
  return Number.isNaN(alike) ? 0 : alike;
};
