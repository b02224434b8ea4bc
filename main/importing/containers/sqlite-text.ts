/** Text of a value of SQLite: integers to the last digit, doubles in their shortest exact form, bytes as their number, null as nothing. */
export function sqliteText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Uint8Array) return `blob ${value.length} bytes`;
  return String(value);
}
