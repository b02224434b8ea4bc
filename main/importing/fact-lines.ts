import type { FileFacts } from "./reader.ts";

const shown = 12;
const longest = 80; // characters

/** The short facts a file tells of itself, as lines a person can read; lists and tables of facts are for `inspect`. */
export function factLines(facts: FileFacts): { name: string; value: string }[] {
  return Object.entries(facts)
    .filter(([, value]) => ["string", "number", "boolean"].includes(typeof value) && value !== "")
    .slice(0, shown)
    .map(([name, value]) => ({ name, value: String(value).slice(0, longest) }));
}
