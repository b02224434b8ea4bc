import type { Fingerprint } from "#shared/domain/fingerprint.ts";

const leastShared = 0.8; // of either one's strength, squared: what the other could not have shown is no difference, up to here

/**
 * How alike two episodes are: the cosine of the angle between their deviations, so that one cause at two strengths is alike and the opposite
 * direction is not (as the angles between fault signatures of Yoon & MacGregor, J. Process Control 11 (2001) 387–400).
 * @returns −1 … 1; NaN where either has no tag that was off, or where they share too few tags to tell.
 */
export function likeness(a: Fingerprint, b: Fingerprint): number {
  const [inA, inB] = [shared(a, b), shared(b, a)];
  if (inA === undefined || inB === undefined) return Number.NaN;
  let along = 0;
  for (const [tag, deviation] of inA) along += deviation * (inB.get(tag) ?? 0);
  return along / (length(inA) * length(inB));
}

/** Deviations of the tags that the other was compared over as well. */
function shared({ off }: Fingerprint, { tags }: Fingerprint): Map<string, number> | undefined {
  const known = new Set(tags);
  const all = new Map(off.map(({ tag, deviation }) => [tag, deviation]));
  const common = new Map([...all].filter(([tag]) => known.has(tag)));
  return common.size > 0 && length(common) ** 2 >= leastShared * length(all) ** 2 ? common : undefined;
}

const length = (deviations: ReadonlyMap<string, number>): number => Math.hypot(...deviations.values());
