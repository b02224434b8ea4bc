import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { problem } from "#shared/domain/problem.ts";
import { writeWhole } from "./write-whole.ts";

/** Values a model consists of: numbers, texts, lists, records and typed arrays, nested or not. */
export type StoredState = unknown;

const magic = "1PCTMODEL1\n";
const kinds = { Float64Array, Float32Array, Int32Array, Uint32Array, Uint16Array, Uint8Array } as const;
type Kind = keyof typeof kinds;
type Numbers = InstanceType<(typeof kinds)[Kind]>;
/** Stands in the text part for a typed array in the binary part. */
type Place = { $array: Kind; at: number; length: number };
/** Stands for the numbers that JSON has no words for. */
type Odd = { $number: "NaN" | "Infinity" | "-Infinity" };

/**
 * Keeps a model's state in one file: mark, SHA-256 of what follows, length of the text, text (JSON), typed arrays as
 * little-endian bytes, each at a multiple of 8. Returns the hash in hex. No code can hide in it.
 */
export function writeModelState(path: string, state: StoredState): string {
  const arrays: Uint8Array[] = [];
  let end = 0;
  const text = JSON.stringify(state, (_key, value: unknown) => {
    if (typeof value === "number" && !Number.isFinite(value)) return { $number: String(value) } as Odd;
    if (!ArrayBuffer.isView(value)) return value;
    const numbers = value as Numbers;
    const bytes = new Uint8Array(Math.ceil(numbers.byteLength / 8) * 8);
    bytes.set(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength));
    arrays.push(bytes);
    const place: Place = { $array: numbers.constructor.name as Kind, at: end, length: numbers.length };
    end += bytes.length;
    return place;
  });
  const textBytes = Buffer.from(text);
  const length = Buffer.alloc(8);
  length.writeDoubleLE(textBytes.length);
  const content = Buffer.concat([length, textBytes, ...arrays]);
  const hash = createHash("sha256").update(content).digest();
  writeWhole(path, Buffer.concat([Buffer.from(magic), hash, content]));
  return hash.toString("hex");
}

/** Throws `model.unreadable` when the file is missing, cut or changed; never guesses. */
export function readModelState(path: string): StoredState {
  try {
    const file = readFileSync(path);
    const mark = magic.length;
    const content = file.subarray(mark + 32);
    const right = createHash("sha256")
      .update(content)
      .digest()
      .equals(file.subarray(mark, mark + 32));
    if (file.toString("latin1", 0, mark) !== magic || !right) throw new Error("The checksum does not fit.");
    const textLength = content.readDoubleLE(0);
    const binary = content.subarray(8 + textLength);
    return JSON.parse(content.toString("utf8", 8, 8 + textLength), (_key, value: Place | Odd | unknown) => {
      if (value && typeof value === "object" && "$number" in value) return Number((value as Odd).$number);
      if (!value || typeof value !== "object" || !("$array" in value)) return value;
      const place = value as Place;
      const Kind = kinds[place.$array];
      const bytes = binary.subarray(place.at, place.at + place.length * Kind.BYTES_PER_ELEMENT);
      return new Kind(new Uint8Array(bytes).buffer);
    });
  } catch (cause) {
    throw problem("model.unreadable", `The model file ${path} is missing or damaged; train the model again.`, { file: path }, { cause });
  }
}
