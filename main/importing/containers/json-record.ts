import type { JsonValue } from "./json-value.ts";

/** Names and texts of one row. */
export type Cells = Map<string, string>;

const longestList = 16; // a longer list of numbers is a waveform, not as many columns

/**
 * The rows of one record: nested objects become dotted names, short lists `name.0`, `name.1` …; truth is 1 and 0, null is empty, strings and
 * numbers are as they stand. The first list of objects or of lists in it is as many rows, each with the record's other values beside it;
 * lists take their names from a list `columns`, `fields`, `names` or `headers` beside them. What is nested otherwise is JSON text.
 * @param text what the value was read from
 * @param names of the values, where the record is a list; their numbers from 1 on where it is left out
 */
export function recordRows(value: JsonValue, text: string, names?: readonly string[]): Cells[] {
  const base: Cells = new Map();
  const exploded: Exploded[] = [];
  if (value.kind === "array") {
    for (const [k, item] of value.items.entries()) flatten({ name: names?.[k] ?? String(k + 1), value: item, text, into: base });
  } else if (value.kind === "object") {
    for (const [key, item] of value.entries) flatten({ name: key, value: item, text, into: base, exploded, beside: value });
  } else base.set("value", value.kind === "deep" ? text.slice(value.from, value.to) : scalar(value));
  const [rows, ...others] = exploded;
  if (!rows) return [base];
  for (const { name, value: other } of others) base.set(name, text.slice(other.from, other.to));
  for (const unwanted of rows.names?.places ?? []) base.delete(unwanted);
  return rows.value.items.map((item) => {
    const cells: Cells = new Map(base);
    if (item.kind === "object") {
      for (const [key, each] of item.entries) flatten({ name: `${rows.name}.${key}`, value: each, text, into: cells });
    } else if (item.kind === "array") {
      for (const [k, each] of item.items.entries())
        flatten({ name: rows.names?.texts[k] ?? `${rows.name}.${k}`, value: each, text, into: cells });
    } else cells.set(rows.name, scalar(item));
    return cells;
  });
}

type JsonList = Extract<JsonValue, { kind: "array" }>;
type JsonObject = Extract<JsonValue, { kind: "object" }>;

interface Names {
  readonly texts: readonly string[];
  /** What the list of names would be called as columns. */
  readonly places: readonly string[];
}

interface Exploded {
  readonly name: string;
  readonly value: JsonList;
  readonly names: Names | undefined;
}

interface Flattening {
  readonly name: string;
  readonly value: JsonValue;
  readonly text: string;
  readonly into: Cells;
  /** Collects the lists that are rows; left out where there are to be none. */
  readonly exploded?: Exploded[];
  readonly beside?: JsonObject;
}

function flatten({ name, value, text, into, exploded, beside }: Flattening): void {
  switch (value.kind) {
    case "word":
    case "string":
      into.set(name, scalar(value));
      return;
    case "object":
      for (const [key, item] of value.entries)
        flatten({ name: `${name}.${key}`, value: item, text, into, ...(exploded ? { exploded, beside: value } : {}) });
      return;
    case "array":
      if (value.items.length === 0) return;
      if (exploded && value.items.every((item) => item.kind === "object" || item.kind === "array")) {
        exploded.push({ name, value, names: beside && namesIn(beside) });
        return;
      }
      if (value.items.length <= longestList && value.items.every((item) => item.kind === "word" || item.kind === "string")) {
        for (const [k, item] of value.items.entries()) into.set(`${name}.${k}`, scalar(item));
        return;
      }
      into.set(name, text.slice(value.from, value.to));
      return;
    case "deep":
      into.set(name, text.slice(value.from, value.to));
  }
}

/** A list of names beside a list of rows. */
function namesIn(object: JsonObject): Names | undefined {
  for (const [key, value] of object.entries) {
    if (!namesKey.test(key) || value.kind !== "array" || value.items.length === 0) continue;
    const texts = value.items.map((item) =>
      item.kind === "object" ? scalar(item.entries.find(([k]) => /^(?:name|text|title)$/i.test(k))?.[1] ?? item) : scalar(item),
    );
    if (texts.every((t) => t !== "")) return { texts, places: texts.map((_, k) => `${key}.${k}`) };
  }
  return undefined;
}

const namesKey = /^(?:columns|fields|names|headers?|column_?names)$/i;

/** Text of a word or a string; nothing for the rest. */
export function scalar(value: JsonValue): string {
  if (value.kind === "string") return value.text;
  if (value.kind !== "word") return "";
  if (value.text === "true") return "1";
  if (value.text === "false") return "0";
  return value.text === "null" ? "" : value.text;
}
