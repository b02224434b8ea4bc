import { JsonCursor } from "./json-cursor.ts";
import { scalar } from "./json-record.ts";
import { type JsonValue, jsonValue, NoJson } from "./json-value.ts";

export interface JsonColumn {
  readonly name: string;
  /** Where its list or object begins, as `JsonCursor.place` counts. */
  readonly place: number;
}

/** A table inside a JSON document. */
export interface JsonTable {
  /** The way to it: `data.series`, "" for the document itself. */
  readonly name: string;
  /** Rows at most; more where records hold lists of rows. */
  readonly records: number;
  readonly shape: JsonShape;
}

export type JsonShape =
  /** A list of records; not in brackets where `list` is false, but one after another. */
  | {
      readonly kind: "records";
      readonly place: number;
      readonly list: boolean;
      /** Names of the values of records that are lists. */
      readonly names?: readonly string[];
      /** A list with one value for each record, beside it. */
      readonly index?: JsonColumn;
    }
  /** As many lists as columns, of equal length; objects of equal keys where `keyed`. */
  | { readonly kind: "columns"; readonly columns: readonly JsonColumn[]; readonly keyed: boolean };

type Tick = (done: number, total: number) => void;
type Records = Extract<JsonShape, { kind: "records" }>;

const deepest = 8;
/** A document of more is no log but a description of something: its largest lists are offered. */
const mostTables = 32;
const mostNoted = 20_000;
const longestLook = 1 << 20; // bytes of a first record that is looked into
const mostColumns = 1000; // each is read by a cursor of its own

/**
 * The tables of a JSON document, in its order. Lists of one record are left out where there are longer ones. Of a document that breaks off,
 * those that had begun.
 */
export function jsonTables(path: string, tick?: Tick): JsonTable[] {
  const walker = new Walker(path, 0, [], tick);
  const inARow: JsonTable = { name: "", records: 1, shape: { kind: "records", place: 0, list: false } };
  try {
    walker.walk("", 0);
    const next = walker.cursor.peek();
    if (next === 91 || next === 123) return [inARow];
  } catch (error) {
    if (!(error instanceof NoJson)) throw error;
  } finally {
    walker.cursor.close();
  }
  return walker.found.length > 0 ? worthATable(walker.found) : [inARow];
}

function worthATable(found: readonly JsonTable[]): JsonTable[] {
  const counts = found.map(({ records }) => records).sort((a, b) => b - a);
  const least = Math.max(Math.min(2, counts[0]!), (counts[mostTables] ?? -1) + 1);
  const chosen = found.filter(({ records }) => records >= least);
  return (chosen.length > 0 ? chosen : found.filter(({ records }) => records === counts[0])).slice(0, mostTables);
}

/** What a value is to the object that holds it. */
type Seen =
  | { readonly kind: "list"; readonly place: number; readonly count: number }
  | { readonly kind: "map"; readonly place: number; readonly count: number; readonly keys: string }
  | { readonly kind: "names"; readonly names: readonly string[] }
  | { readonly kind: "other" };

const other: Seen = { kind: "other" };
const namesKey = /(?:^|\.)(?:columns|fields|names|headers?|column_?names|meta)$/i;

class Walker {
  readonly cursor: JsonCursor;
  readonly found: JsonTable[];
  readonly #path: string;

  constructor(path: string, place: number, found: JsonTable[], tick?: Tick) {
    this.#path = path;
    this.cursor = new JsonCursor(path, place, tick);
    this.found = found;
  }

  walk(name: string, depth: number): Seen {
    const first = this.cursor.peek();
    if (this.found.length < mostNoted && depth <= deepest) {
      if (first === 91) return this.#list(name, depth);
      if (first === 123) return this.#object(name, depth);
    }
    this.cursor.skip();
    return other;
  }

  #list(name: string, depth: number): Seen {
    const { cursor } = this;
    const { place } = cursor;
    cursor.expect(91);
    const first = cursor.peek();
    if (first === 93) {
      cursor.expect(93);
      return other;
    }
    if (first !== 91 && first !== 123) return this.#scalars(name, place);
    const text = cursor.take(longestLook);
    const value = text === undefined ? undefined : parsed(text);
    if (value && namesKey.test(name) && nameOf(value) !== "") return this.#names(nameOf(value));
    const wraps = value !== undefined && wrapsTables(value);
    if (wraps) this.#wrapped(name, depth, place);
    // Noted before its end is seen: a document may break off inside.
    const noted = wraps ? undefined : this.found.push({ name, records: 1, shape: { kind: "records", place, list: true } }) - 1;
    let records = 1;
    try {
      for (; cursor.goesOn(93); records++) cursor.skip();
    } finally {
      if (noted !== undefined) this.found[noted] = { ...this.found[noted]!, records };
    }
    return other;
  }

  /** The rest of a list of objects that each name a column. */
  #names(first: string): Seen {
    const names = [first];
    while (this.cursor.goesOn(93)) {
      const value = parsed(this.cursor.take(longestLook) ?? "");
      names.push((value && nameOf(value)) || String(names.length + 1));
    }
    return { kind: "names", names };
  }

  /** Each record of a list holds tables of its own. */
  #wrapped(name: string, depth: number, place: number): void {
    const inner = new Walker(this.#path, place, this.found);
    try {
      inner.cursor.expect(91);
      let k = 0;
      do inner.walk(`${name === "" ? "" : `${name}.`}${k++}`, depth + 1);
      while (this.found.length < mostNoted && inner.cursor.goesOn(93));
    } finally {
      inner.cursor.close();
    }
  }

  #scalars(name: string, place: number): Seen {
    const { cursor } = this;
    const mayName = namesKey.test(name);
    const names: string[] = [];
    let count = 0;
    do {
      if (mayName && names.length === count && cursor.peek() === 34) names.push(stringOf(cursor.take(longestLook)));
      else cursor.skip();
      count++;
    } while (cursor.goesOn(93));
    if (mayName && names.length === count) return { kind: "names", names };
    if (name === "") this.found.push({ name, records: count, shape: { kind: "records", place, list: true } });
    return { kind: "list", place, count };
  }

  #object(name: string, depth: number): Seen {
    const { cursor, found } = this;
    const { place } = cursor;
    const before = found.length;
    cursor.expect(123);
    if (cursor.peek() === 125) {
      cursor.expect(125);
      return other;
    }
    const children: { name: string; seen: Seen }[] = [];
    const firstKeys: string[] = [];
    let names: readonly string[] | undefined;
    let scalars = true;
    let count = 0;
    const settle = () => this.#settle(name, before, names, children);
    try {
      do {
        if (cursor.peek() !== 34) throw new NoJson();
        const key = stringOf(cursor.take(longestLook));
        cursor.expect(58);
        const next = cursor.peek();
        if (next === 91 || next === 123) scalars = false;
        const seen = this.walk(name === "" ? key : `${name}.${key}`, depth + 1);
        if (seen.kind === "names") names = seen.names;
        if (children.length < mostColumns) children.push({ name: key, seen });
        if (firstKeys.length < 20) firstKeys.push(key);
        count++;
      } while (cursor.goesOn(125));
    } catch (error) {
      settle();
      throw error;
    }
    settle();
    if (found.length === before) {
      if (names) return { kind: "names", names };
      if (scalars) return { kind: "map", place, count, keys: JSON.stringify(firstKeys) };
    }
    return other;
  }

  /** What an object's values say of each other: names beside rows, an index beside rows, lists of one length. */
  #settle(name: string, before: number, names: readonly string[] | undefined, children: readonly { name: string; seen: Seen }[]): void {
    const { found } = this;
    const index = children.find((c) => c.name === "index" && c.seen.kind === "list");
    for (let k = before; k < found.length; k++) {
      const { name: own, shape } = found[k]!;
      if (shape.kind !== "records" || own.slice(0, Math.max(0, own.lastIndexOf("."))) !== name) continue;
      const place = index?.seen.kind === "list" ? { index: { name: "index", place: index.seen.place } } : {};
      found[k] = {
        name: own,
        records: found[k]!.records,
        shape: { ...shape, ...(names ? { names } : {}), ...(names ? place : {}) } satisfies Records,
      };
    }
    const lists = largestGroup(children, (seen) => (seen.kind === "list" ? String(seen.count) : undefined));
    const maps = found.length > before ? [] : largestGroup(children, (seen) => (seen.kind === "map" ? seen.keys + seen.count : undefined));
    const columns = lists.length >= maps.length ? lists : maps;
    if (columns.length > 0 && !(names && found.length > before)) {
      const records = Math.max(...children.map(({ seen }) => (seen.kind === "list" || seen.kind === "map" ? seen.count : 0)));
      found.push({ name, records, shape: { kind: "columns", columns, keyed: columns === maps } });
    }
  }
}

/** The children that fit together best: the columns of a table. */
function largestGroup(children: readonly { name: string; seen: Seen }[], groupOf: (seen: Seen) => string | undefined): JsonColumn[] {
  const groups = new Map<string, JsonColumn[]>();
  for (const { name, seen } of children) {
    const key = groupOf(seen);
    if (key === undefined || (seen.kind !== "list" && seen.kind !== "map") || seen.count < 2) continue;
    const group = groups.get(key) ?? [];
    group.push({ name, place: seen.place });
    groups.set(key, group);
  }
  const best = [...groups.values()].reduce<JsonColumn[]>((a, b) => (b.length > a.length ? b : a), []);
  return best.length >= 2 ? best : [];
}

/** Whether a record holds records that hold rows: then it is a wrapper and no row. */
const wrapsTables = (value: JsonValue): boolean =>
  value.kind === "object" &&
  value.entries.some(([, item]) => item.kind === "array" && item.items[0] !== undefined && holdsRows(item.items[0]));

const holdsRows = (value: JsonValue): boolean =>
  value.kind === "object" &&
  value.entries.some(([, item]) => item.kind === "array" && item.items.some((i) => i.kind === "array" || i.kind === "object"));

function nameOf(value: JsonValue): string {
  if (value.kind !== "object") return "";
  const named = value.entries.find(([key]) => /^(?:name|text|title)$/i.test(key));
  return named ? scalar(named[1]) : "";
}

const stringOf = (text: string | undefined): string => {
  const value = text === undefined ? undefined : parsed(text);
  return value ? scalar(value) : "";
};

function parsed(text: string): JsonValue | undefined {
  try {
    return jsonValue(text);
  } catch (error) {
    if (error instanceof NoJson) return undefined;
    throw error;
  }
}
