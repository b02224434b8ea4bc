/** A name inside an archive that leads nowhere else: slashes forward, no drive, no root, no step up, no control characters. */
export function safeMemberName(name: string): string {
  const parts = name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not stay
    .replace(/[\x00-\x1f\x7f]/g, "_")
    .replace(/\\/g, "/")
    .replace(/^([a-z]:)+/i, "")
    .split("/")
    .filter((part) => part !== "" && part !== "." && part !== "..");
  return parts.join("/") || "_";
}

/** The name, or with a number where it is taken: `a (2).csv`. Remembers it in `taken`. */
export function uniqueMemberName(name: string, taken: Set<string>): string {
  const dot = name.lastIndexOf(".");
  const end = dot > name.lastIndexOf("/") + 1 ? dot : name.length;
  let free = name;
  for (let k = 2; taken.has(free); k++) free = `${name.slice(0, end)} (${k})${name.slice(end)}`;
  taken.add(free);
  return free;
}

/** A name for a table that is unique in its file and goes through no folder. Remembers it in `taken`. */
export const tableName = (wanted: string, taken: Set<string>): string =>
  uniqueMemberName(safeMemberName(wanted.trim()).replaceAll("/", "_"), taken);
