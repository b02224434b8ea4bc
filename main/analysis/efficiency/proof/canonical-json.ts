/**
 * JSON in one spelling: names sorted by their UTF-16 units, no spaces, numbers as ECMAScript writes them (RFC 8785, JSON Canonicalization
 * Scheme). @throws for NaN and infinities, which JSON does not have.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new Error(`${value} cannot be written as JSON.`);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, v]) => v !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, v]) => `${JSON.stringify(name)}:${canonicalJson(v)}`).join(",")}}`;
}
