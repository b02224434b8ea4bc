/** A value of JSON with its place in the text it was read from; numbers stay text, so that no digit is lost. */
export type JsonValue =
  | { readonly kind: "word"; readonly text: string }
  | { readonly kind: "string"; readonly text: string }
  | { readonly kind: "object"; readonly entries: readonly (readonly [string, JsonValue])[]; readonly from: number; readonly to: number }
  | { readonly kind: "array"; readonly items: readonly JsonValue[]; readonly from: number; readonly to: number }
  /** Nested deeper than anybody would name a column for. */
  | { readonly kind: "deep"; readonly from: number; readonly to: number };

export class NoJson extends Error {}

const deepest = 24;

/**
 * Reads a text that is one JSON value (RFC 8259), with blanks around it. Beside the grammar `NaN`, `Infinity` and `-Infinity` are taken, as
 * several writers put them. Throws `NoJson`.
 */
export function jsonValue(text: string): JsonValue {
  const parser = new Parser(text);
  const value = parser.value(0);
  parser.end();
  return value;
}

const wordSign = /[-+.\w]*/y;
const wordShape = /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|NaN|-?Infinity)$/;
const escapes: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", "/": "/", b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  end(): void {
    if (this.#next() !== -1) throw new NoJson();
  }

  value(depth: number): JsonValue {
    const code = this.#next();
    if (code === 34) return { kind: "string", text: this.#string() };
    if (code !== 123 && code !== 91) return this.#word();
    if (depth >= deepest) return this.#deep();
    return code === 123 ? this.#object(depth) : this.#array(depth);
  }

  /** The next character that is no blank, −1 at the end. */
  #next(): number {
    const text = this.#text;
    while (this.#at < text.length) {
      const code = text.charCodeAt(this.#at);
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return code;
      this.#at++;
    }
    return -1;
  }

  #word(): JsonValue {
    wordSign.lastIndex = this.#at;
    const word = wordSign.exec(this.#text)![0];
    if (!wordShape.test(word)) throw new NoJson();
    this.#at += word.length;
    return { kind: "word", text: word };
  }

  #string(): string {
    const text = this.#text;
    const start = ++this.#at;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 34) {
        this.#at = at + 1;
        return text.slice(start, at);
      }
      if (code === 92) return this.#escapedString(start, at);
      if (code < 32) throw new NoJson();
    }
    throw new NoJson();
  }

  #escapedString(start: number, firstEscape: number): string {
    const text = this.#text;
    let made = text.slice(start, firstEscape);
    for (let at = firstEscape; at < text.length; at++) {
      const sign = text[at]!;
      if (sign === '"') {
        this.#at = at + 1;
        return made;
      }
      if (text.charCodeAt(at) < 32) throw new NoJson();
      if (sign !== "\\") {
        made += sign;
        continue;
      }
      const letter = text[++at] ?? "";
      if (letter === "u") {
        const hex = text.slice(at + 1, at + 5);
        if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw new NoJson();
        made += String.fromCharCode(Number.parseInt(hex, 16));
        at += 4;
      } else {
        const plain = Object.hasOwn(escapes, letter) ? escapes[letter] : undefined;
        if (plain === undefined) throw new NoJson();
        made += plain;
      }
    }
    throw new NoJson();
  }

  #object(depth: number): JsonValue {
    const from = this.#at++;
    const entries: (readonly [string, JsonValue])[] = [];
    if (this.#next() === 125) this.#at++;
    else {
      for (;;) {
        if (this.#next() !== 34) throw new NoJson();
        const key = this.#string();
        if (this.#next() !== 58) throw new NoJson();
        this.#at++;
        entries.push([key, this.value(depth + 1)]);
        const code = this.#next();
        this.#at++;
        if (code === 125) break;
        if (code !== 44) throw new NoJson();
      }
    }
    return { kind: "object", entries, from, to: this.#at };
  }

  #array(depth: number): JsonValue {
    const from = this.#at++;
    const items: JsonValue[] = [];
    if (this.#next() === 93) this.#at++;
    else {
      for (;;) {
        items.push(this.value(depth + 1));
        const code = this.#next();
        this.#at++;
        if (code === 93) break;
        if (code !== 44) throw new NoJson();
      }
    }
    return { kind: "array", items, from, to: this.#at };
  }

  /** Passed over by its brackets alone. */
  #deep(): JsonValue {
    const from = this.#at;
    let open = 0;
    for (; this.#at < this.#text.length; ) {
      const code = this.#text.charCodeAt(this.#at);
      if (code === 34) {
        this.#string();
        continue;
      }
      this.#at++;
      if (code === 123 || code === 91) open++;
      else if ((code === 125 || code === 93) && --open === 0) return { kind: "deep", from, to: this.#at };
    }
    throw new NoJson();
  }
}
