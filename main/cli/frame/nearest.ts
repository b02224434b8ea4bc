/** The known word that was probably meant, undefined where none is close. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const ranked = known.map((each) => ({ each, far: distance(word, each) })).sort((a, b) => a.far - b.far);
  const best = ranked[0];
  return best && best.far <= Math.ceil(word.length / 3) ? best.each : undefined;
}

/** Letters to insert, remove or replace to make one word of the other (Levenshtein, Soviet Physics Doklady 10 (1966) 707–710). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
    }
    row = next;
  }
  return row[b.length]!;
}
