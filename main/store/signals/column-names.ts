export const timeColumn = "time";

/** A name for each tag inside the Parquet files: the tag itself unless it is taken; `Speed` and `speed` are one name to most readers. */
export function columnNames(tags: readonly string[]): string[] {
  const taken = new Set([timeColumn]);
  return tags.map((tag) => {
    const plain = tag.trim() === "" ? "column" : tag;
    let name = plain;
    for (let k = 2; taken.has(name.toLowerCase()); k++) name = `${plain}_${k}`;
    taken.add(name.toLowerCase());
    return name;
  });
}
