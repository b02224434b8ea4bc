import { JsonCursor } from "./json-cursor.ts";
import { textLines, withoutMark } from "./json-lines.ts";
import { type Cells, recordRows, scalar } from "./json-record.ts";
import type { JsonColumn, JsonShape } from "./json-shape.ts";
import { type JsonValue, jsonValue, NoJson } from "./json-value.ts";

export type JsonRow =
  | { readonly kind: "row"; readonly cells: Cells }
  /** What is no record, with its place counted from 1: the line, or the number among the records. */
  | { readonly kind: "bad"; readonly at: number; readonly text: string }
  /** The document breaks off behind so many records. */
  | { readonly kind: "cut"; readonly records: number };

export interface RowOptions {
  /** Reads no further than about here. */
  readonly bytes?: number;
  tick?(done: number, total: number): void;
}

const longestRecord = 32 << 20; // bytes
const keptText = 64 << 10; // characters of what is no record

/** A record on each line. Blank lines are passed over. A first line that is a list of names names the lists below it. */
export function* lineRows(path: string, { bytes, tick }: RowOptions = {}): Generator<JsonRow> {
  let at = 0;
  let names: readonly string[] | undefined;
  let first = true;
  for (const line of textLines(path, bytes, tick)) {
    at++;
    if (line.trim() === "") continue;
    const text = withoutMark(line);
    const value = record(text);
    if (value === undefined) yield { kind: "bad", at, text: line.slice(0, keptText) };
    else if (first && isNames(value)) names = value.items.map(scalar);
    else for (const cells of recordRows(value, text, names)) yield { kind: "row", cells };
    if (value) first = false;
  }
}

/** The rows of a table of a document. */
export function documentRows(path: string, shape: JsonShape, options: RowOptions = {}): Generator<JsonRow> {
  return shape.kind === "columns" ? columnRows(path, shape, options) : listRows(path, shape, options);
}

function* listRows(path: string, shape: Extract<JsonShape, { kind: "records" }>, { bytes, tick }: RowOptions): Generator<JsonRow> {
  const cursor = new JsonCursor(path, shape.place, tick);
  const index = shape.index ? valuesOf(path, shape.index, false) : undefined;
  let records = 0;
  let { names } = shape;
  try {
    if (shape.list) {
      cursor.expect(91);
      if (cursor.peek() === 93) return;
    }
    do {
      if (cursor.place - shape.place > (bytes ?? Number.POSITIVE_INFINITY)) return;
      const text = cursor.take(longestRecord);
      records++;
      const value = text === undefined ? undefined : parsed(text);
      const beside = index?.next().value;
      if (value === undefined) yield { kind: "bad", at: records, text: (text ?? "").slice(0, keptText) };
      else if (records === 1 && names === undefined && isNames(value)) names = value.items.map(scalar);
      else
        for (const cells of recordRows(value, text!, names)) {
          yield { kind: "row", cells: beside === undefined ? cells : new Map([[shape.index!.name, beside], ...cells]) };
        }
    } while (shape.list ? cursor.goesOn(93) : cursor.peek() !== -1);
  } catch (error) {
    if (!(error instanceof NoJson)) throw error;
    yield { kind: "cut", records };
  } finally {
    cursor.close();
    index?.return(undefined);
  }
}

function* columnRows(path: string, shape: Extract<JsonShape, { kind: "columns" }>, { tick }: RowOptions): Generator<JsonRow> {
  const columns = shape.columns.map((column, k) => ({
    name: column.name,
    values: valuesOf(path, column, shape.keyed, k === 0 ? tick : undefined),
  }));
  const keys = shape.keyed ? keysOf(path, shape.columns[0]!) : undefined;
  let records = 0;
  try {
    for (;;) {
      const cells: Cells = new Map();
      const key = keys?.next();
      if (key && !key.done) cells.set("index", key.value);
      let ended = 0;
      for (const { name, values } of columns) {
        const next = values.next();
        if (next.done) ended++;
        else cells.set(name, next.value);
      }
      if (ended === columns.length) return;
      records++;
      yield { kind: "row", cells };
    }
  } catch (error) {
    if (!(error instanceof NoJson)) throw error;
    yield { kind: "cut", records };
  } finally {
    for (const { values } of columns) values.return(undefined);
    keys?.return(undefined);
  }
}

/** The values of a list or of an object as cells. */
function* valuesOf(path: string, { place }: JsonColumn, keyed: boolean, tick?: RowOptions["tick"]): Generator<string> {
  for (const { value, text } of entries(path, place, keyed, tick)) {
    yield value === undefined ? "" : value.kind === "word" || value.kind === "string" ? scalar(value) : text;
  }
}

function* keysOf(path: string, { place }: JsonColumn): Generator<string> {
  for (const { key } of entries(path, place, true)) yield key;
}

function* entries(
  path: string,
  place: number,
  keyed: boolean,
  tick?: RowOptions["tick"],
): Generator<{ key: string; value: JsonValue | undefined; text: string }> {
  const cursor = new JsonCursor(path, place, tick);
  const end = keyed ? 125 : 93;
  try {
    cursor.expect(keyed ? 123 : 91);
    do {
      let key = "";
      if (keyed) {
        const name = parsed(cursor.take(longestRecord) ?? "");
        key = name ? scalar(name) : "";
        cursor.expect(58);
      }
      const text = cursor.take(longestRecord) ?? "";
      yield { key, value: parsed(text), text };
    } while (cursor.goesOn(end));
  } finally {
    cursor.close();
  }
}

const isNames = (value: JsonValue): value is Extract<JsonValue, { kind: "array" }> =>
  value.kind === "array" && value.items.length > 1 && value.items.every((item) => item.kind === "string" && !/^[-+\d]/.test(item.text));

/** A line is a record where it is an object or a list. */
function record(text: string): JsonValue | undefined {
  const value = parsed(text);
  return value?.kind === "object" || value?.kind === "array" ? value : undefined;
}

function parsed(text: string): JsonValue | undefined {
  try {
    return jsonValue(text);
  } catch (error) {
    if (error instanceof NoJson) return undefined;
    throw error;
  }
}
