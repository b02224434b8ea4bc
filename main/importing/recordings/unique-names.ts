/** The names with `_2`, `_3` ... behind those that came before, and how many that were; an empty name is called `fallback(k)`. */
export function uniqueNames(names: readonly string[], fallback: (k: number) => string): { names: string[]; repeated: number } {
  const taken = new Set<string>();
  // Where to go on counting: a thousand channels of one name are not a million comparisons.
  const next = new Map<string, number>();
  let repeated = 0;
  const unique = names.map((name, k) => {
    const wanted = name === "" ? fallback(k) : name;
    let mine = wanted;
    let n = next.get(wanted) ?? 2;
    while (taken.has(mine)) mine = `${wanted}_${n++}`;
    next.set(wanted, n);
    if (mine !== wanted && name !== "") repeated++;
    taken.add(mine);
    return mine;
  });
  return { names: unique, repeated };
}
