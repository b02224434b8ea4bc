/** A name for a member that is unique in its file and goes through no folder: what a path cannot hold becomes `_`. Adds it to `taken`. */
export function memberName(wanted: string, taken: Set<string>): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not stay
  const plain = wanted.replace(/[/\\\x00-\x1f\x7f]/g, "_").trim() || "_";
  const base = /^\.+$/.test(plain) ? "_" : plain;
  let name = base;
  for (let k = 2; taken.has(name); k++) name = `${base} (${k})`;
  taken.add(name);
  return name;
}
