/**
 * The tag a person most likely meant by a name that is no tag: the rest of the name typed on (`FT` of `FT-101`), else the one
 * with the fewest edits (Levenshtein), if those are few. Undefined where nothing is near.
 * @param text the formula from the name on.
 */
export function nearestTag(name: string, tags: readonly string[], text: string): string | undefined {
  const typedOn = tags.filter((tag) => tag.startsWith(name) && text.startsWith(tag)).sort((a, b) => b.length - a.length)[0];
  if (typedOn !== undefined) return typedOn;
  const wanted = name.toLowerCase();
  const sameEnd = tags.filter((tag) => tag.toLowerCase().endsWith(`.${wanted}`));
  if (sameEnd.length === 1) return sameEnd[0];
  let best: string | undefined;
  // One edit in three letters is a slip of the keyboard; more is another name.
  let fewest = Math.floor(name.length / 3) + 1;
  for (const tag of tags) {
    const edits = distance(wanted, tag.toLowerCase(), fewest);
    if (edits < fewest) [best, fewest] = [tag, edits];
  }
  return best;
}

/** Insertions, deletions and replacements from a to b; anything above `limit` may come back as `limit`. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++)
      row.push(Math.min(previous[j]! + 1, row[j - 1]! + 1, previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    previous = row;
  }
  return previous[b.length]!;
}

/** A tag as it must be written in a formula. */
export const quotedTag = (tag: string): string =>
  /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*$/u.test(tag) && !/^(and|or|not)$/i.test(tag) ? tag : `"${tag}"`;
