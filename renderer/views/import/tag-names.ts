/** A tag as the wizard lets it be named: what the file calls it, and what it becomes. */
export interface NamedTag {
  readonly header: string;
  readonly tag: string;
  readonly unit: string;
}

/** Where a name of parts may be cut: `Plant.Area1.P101`, `\\srv\tag`, `P101_flow`, `::[PLC]x`. */
const separators = /[._/\\:\-|\]! ]/;

/** What all tags begin with, up to a separator; "" where there is nothing, or only one tag. */
export function commonBeginning(tags: readonly string[]): string {
  if (tags.length < 2) return "";
  let shared = tags[0]!;
  for (const tag of tags) {
    let k = 0;
    while (k < shared.length && shared[k] === tag[k]) k++;
    shared = shared.slice(0, k);
  }
  // A name cannot become nothing.
  const shortest = Math.min(...tags.map((tag) => tag.length));
  for (let k = Math.min(shared.length, shortest - 1); k > 0; k--) if (separators.test(shared[k - 1]!)) return shared.slice(0, k);
  return "";
}

/** The tags without what they all begin with. */
export function withoutBeginning<T extends NamedTag>(tags: readonly T[], beginning: string): T[] {
  return tags.map((each) => (each.tag.startsWith(beginning) ? { ...each, tag: each.tag.slice(beginning.length) } : each));
}

/** The tags with one text put for another wherever it stands; one that would be left without a name keeps it. */
export function replacedIn<T extends NamedTag>(tags: readonly T[], find: string, put: string): T[] {
  if (find === "") return [...tags];
  return tags.map((each) => {
    const tag = each.tag.replaceAll(find, put).trim();
    return tag === "" ? each : { ...each, tag };
  });
}

/** The tags named by rows of a spreadsheet: the name in the file or the tag, the new name, and perhaps a unit; and how many rows fitted. */
export function pastedOver<T extends NamedTag>(tags: readonly T[], pasted: string): { tags: T[]; rows: number; fitted: number } {
  const rows = pasted
    .split(/\r?\n/)
    .map((line) => line.split(line.includes("\t") ? "\t" : /[;,]/).map((cell) => cell.trim()))
    .filter((cells) => cells.length > 1 && cells[0] !== "" && cells[1] !== "");
  const byName = new Map(rows.map(([name, tag, unit]) => [name!, { tag: tag!, unit: unit ?? "" }]));
  const known = new Set(tags.flatMap(({ header, tag }) => [header, tag]));
  return {
    tags: tags.map((each) => {
      const to = byName.get(each.header) ?? byName.get(each.tag);
      return to ? { ...each, tag: to.tag, unit: to.unit === "" ? each.unit : to.unit } : each;
    }),
    rows: rows.length,
    fitted: [...byName.keys()].filter((name) => known.has(name)).length,
  };
}

/** Names that more than one tag has, or that are empty. */
export function clashing(tags: readonly NamedTag[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { tag } of tags) (tag.trim() === "" || seen.has(tag) ? twice : seen).add(tag);
  return twice;
}
