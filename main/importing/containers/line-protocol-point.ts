import { BLANK, COMMA, CR, LF, MINUS, POINT, QUOTE } from "../byte-codes.ts";

export type FieldKind = "float" | "int" | "uint" | "bool" | "string";

export interface PointField {
  readonly key: string;
  readonly kind: FieldKind;
  /** Without quotes and without the letter of an integer, otherwise as it stands; a truth value as 1 or 0. */
  readonly text: string;
}

export interface Point {
  /** Measurement and tags as they stand, one character a byte: the same for every point of a series that one program has written. */
  readonly series: string;
  readonly fields: readonly PointField[];
  /** As it stands; undefined where the point has none. */
  readonly time: string | undefined;
}

export type Tags = readonly { readonly key: string; readonly value: string }[];

const HASH = 35;
const EQUALS = 61;
const BACKSLASH = 92;

/** A line that is no point, and why: for tests and for whoever looks into it; a person is shown the line itself. */
export class NoPoint extends Error {}

/** The bytes ended inside the point. */
export class Unfinished extends Error {}

/**
 * One point of the line protocol, at `from`, which is at its measurement. After it, `end` is behind the end of its line.
 * Escapes, kinds of values and what is wrong follow the public grammar of InfluxDB's line protocol v2 and its corpus of 6,615 cases;
 * errors are thrown as `NoPoint`. https://docs.influxdata.com/influxdb/v2/reference/syntax/line-protocol/
 */
export class PointParser {
  end = 0;
  #bytes: Buffer = Buffer.alloc(0);
  #to = 0;
  #at = 0;
  /** More bytes may follow behind `#to`. */
  #open = false;

  parse(bytes: Buffer, from: number, to: number, last: boolean): Point {
    this.#bytes = bytes;
    this.#at = from;
    this.#to = to;
    this.#open = !last;
    if (bytes[from] === HASH) throw new NoPoint("a comment with control characters");
    const series = this.#series();
    this.#skipBlanks();
    const fields: PointField[] = [];
    for (;;) {
      fields.push(this.#field());
      if (this.#peek() !== COMMA) break;
      this.#at++;
    }
    const time = this.#time();
    this.end = this.#at;
    return { series, fields, time };
  }

  /** Measurement and tags up to the blank behind them. Their insides are looked at by `readSeries`, once for all points of the series. */
  #series(): string {
    const start = this.#at;
    for (;;) {
      const byte = this.#peek();
      if (byte === BLANK || byte === LF || byte === CR || byte === -1) break;
      this.#at += byte === BACKSLASH && this.#after() === BLANK ? 2 : 1;
    }
    if (this.#at === start) throw new NoPoint("no measurement");
    return this.#bytes.toString("latin1", start, this.#at);
  }

  #field(): PointField {
    const key = this.#fieldKey();
    if (this.#peek() !== EQUALS) throw new NoPoint("no '=' behind a field key");
    this.#at++;
    const field = this.#peek() === QUOTE ? { key, kind: "string" as const, text: this.#string() } : this.#value(key);
    const next = this.#peek();
    if (next !== COMMA && next !== BLANK && next !== LF && next !== CR && next !== -1) throw new NoPoint("something behind a value");
    return field;
  }

  #fieldKey(): string {
    const start = this.#at;
    for (;;) {
      const byte = this.#peek();
      if (byte === BACKSLASH && isKeyEscape(this.#after())) this.#at += 2;
      else if (isKeyByte(byte)) this.#at++;
      else break;
    }
    if (this.#at === start) throw new NoPoint("no field key");
    return unescaped(this.#utf8(start, this.#at), keyEscapes);
  }

  #string(): string {
    const start = ++this.#at;
    for (;;) {
      const byte = this.#peek();
      if (byte === -1) throw new NoPoint("a string without an end");
      if (byte === QUOTE) break;
      this.#at += byte === BACKSLASH && this.#after() !== -1 ? 2 : 1;
    }
    const text = this.#utf8(start, this.#at);
    this.#at++;
    return text.includes("\\") ? text.replace(/\\([\\"nrt])/g, (_, letter: string) => stringEscapes[letter]!) : text;
  }

  #value(key: string): PointField {
    const start = this.#at;
    const first = this.#peek();
    for (;;) {
      const byte = this.#peek();
      if (byte === COMMA || byte === BLANK || byte === LF || byte === CR || byte === -1) break;
      this.#at++;
    }
    const text = this.#bytes.toString("latin1", start, this.#at);
    if ((first >= 48 && first <= 57) || first === MINUS || first === POINT) return number(key, text);
    const truth = truths.get(text);
    if (truth === undefined) throw new NoPoint("a value of no kind");
    return { key, kind: "bool", text: truth };
  }

  #time(): string | undefined {
    const before = this.#at;
    this.#skipBlanks();
    if (this.#endOfLine()) return undefined;
    if (this.#at === before) throw new NoPoint("something behind the fields");
    const start = this.#at;
    for (;;) {
      const byte = this.#peek();
      if (byte !== MINUS && !(byte >= 48 && byte <= 57)) break;
      this.#at++;
    }
    const text = this.#bytes.toString("latin1", start, this.#at);
    this.#skipBlanks();
    if (!this.#endOfLine()) throw new NoPoint("something behind the time");
    if (!/^-?\d+$/.test(text) || !fits(text, 64)) throw new NoPoint("no time");
    return text;
  }

  /** Takes LF, CR LF, or the end of the file with or without a CR. */
  #endOfLine(): boolean {
    const byte = this.#peek();
    if (byte === -1) return true;
    if (byte === LF) {
      this.#at++;
      return true;
    }
    if (byte !== CR) return false;
    const after = this.#after();
    if (after !== LF && after !== -1) return false;
    this.#at += after === LF ? 2 : 1;
    return true;
  }

  #skipBlanks(): void {
    while (this.#peek() === BLANK) this.#at++;
  }

  /** −1 at the end. */
  #peek(): number {
    if (this.#at < this.#to) return this.#bytes[this.#at]!;
    if (this.#open) throw new Unfinished();
    return -1;
  }

  #after(): number {
    if (this.#at + 1 < this.#to) return this.#bytes[this.#at + 1]!;
    if (this.#open) throw new Unfinished();
    return -1;
  }

  #utf8(from: number, to: number): string {
    for (let i = from; i < to; i++) if (this.#bytes[i]! >= 128) return decoded(this.#bytes.subarray(from, to));
    return this.#bytes.toString("latin1", from, to);
  }
}

/** Measurement and tags of a point's `series`, tags in the order of their keys. Throws `NoPoint`. */
export function readSeries(series: string): { measurement: string; tags: Tags } {
  const measurementEnd = endOf(series, 0, ",", " ,");
  const measurement = unescaped(plain(series.slice(0, measurementEnd)), measurementEscapes);
  if (measurement === "") throw new NoPoint("no measurement");
  const tags: { key: string; value: string }[] = [];
  for (let at = measurementEnd; at < series.length; ) {
    if (series[at] !== ",") throw new NoPoint("something between tags");
    const keyEnd = endOf(series, at + 1, ",=", ",= ");
    if (keyEnd === at + 1 || series[keyEnd] !== "=") throw new NoPoint("no tag key");
    const valueEnd = endOf(series, keyEnd + 1, ",=", ",= ");
    if (valueEnd === keyEnd + 1) throw new NoPoint("no tag value");
    tags.push({
      key: unescaped(plain(series.slice(at + 1, keyEnd)), keyEscapes),
      value: unescaped(plain(series.slice(keyEnd + 1, valueEnd)), keyEscapes),
    });
    at = valueEnd;
  }
  tags.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  for (let k = 1; k < tags.length; k++) if (tags[k]!.key === tags[k - 1]!.key) throw new NoPoint("the same tag twice");
  return { measurement, tags };
}

const measurementEscapes = /\\([ ,])/g;
const keyEscapes = /\\([,= ])/g;
const stringEscapes: Readonly<Record<string, string>> = { "\\": "\\", '"': '"', n: "\n", r: "\r", t: "\t" };

const unescaped = (text: string, escapes: RegExp): string => (text.includes("\\") ? text.replace(escapes, "$1") : text);

/** Where a name ends: before a byte of `ends` that no backslash stands before. A backslash before anything else is itself. */
function endOf(text: string, from: number, ends: string, escapes: string): number {
  let at = from;
  while (at < text.length) {
    if (text[at] === "\\" && at + 1 < text.length && escapes.includes(text[at + 1]!)) at += 2;
    else if (ends.includes(text[at]!)) break;
    else {
      const code = text.charCodeAt(at);
      if (code < 32 || code === 127) throw new NoPoint("a control character in a name");
      at++;
    }
  }
  return at;
}

const plain = (latin1: string): string => {
  for (let i = 0; i < latin1.length; i++) if (latin1.charCodeAt(i) >= 128) return decoded(Buffer.from(latin1, "latin1"));
  return latin1;
};

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new NoPoint("text that is not UTF-8");
  }
}

const isKeyEscape = (byte: number): boolean => byte === COMMA || byte === EQUALS || byte === BLANK;
const isKeyByte = (byte: number): boolean => byte > BLANK && byte !== 127 && byte !== COMMA && byte !== EQUALS;

const truths = new Map<string, string>();
for (const word of ["t", "T", "true", "True", "TRUE"]) truths.set(word, "1");
for (const word of ["f", "F", "false", "False", "FALSE"]) truths.set(word, "0");

function number(key: string, text: string): PointField {
  const last = text.charCodeAt(text.length - 1);
  if (last === 105 || last === 117) {
    const digits = text.slice(0, -1);
    const unsigned = last === 117;
    if (!(unsigned ? /^\d+$/ : /^-?\d+$/).test(digits)) throw new NoPoint("no integer");
    if (!fits(digits, unsigned ? 65 : 64)) throw new NoPoint("an integer beyond 64 bits");
    return { key, kind: unsigned ? "uint" : "int", text: shortest(digits) };
  }
  if (!/^-?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text)) throw new NoPoint("no number");
  if (text.length > 300 || /[eE]/.test(text)) if (!Number.isFinite(Number(text))) throw new NoPoint("a number beyond a double");
  return { key, kind: "float", text };
}

const shortest = (digits: string): string => {
  if (digits.length === 1 || (digits[0] !== "0" && digits[0] !== "-")) return digits;
  const plain = digits.replace(/^(-?)0+(?=\d)/, "$1");
  return plain === "-0" ? "0" : plain;
};

/** Whether an integer fits a signed one of so many bits; 65 is an unsigned one of 64. */
function fits(digits: string, bits: 64 | 65): boolean {
  if (digits.length < 19 || (digits.length === 19 && digits <= "9223372036854775807" && digits[0] !== "-")) return true;
  if (digits.length > 1000) return false;
  const value = BigInt(digits);
  return value === (bits === 64 ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value));
}
