import type { Finding } from "#shared/domain/finding.ts";
import type { ByteSource } from "../../reader.ts";
import { finding } from "../../sentence.ts";
import { type Bytes, ByteWindow } from "../byte-window.ts";
import { bytesOf, type StoredNumber } from "../stored-numbers.ts";
import { InflatedBytes } from "./inflated-bytes.ts";
import type { MatContents, MatMatrix, MatOther, MatValue, MatVariable } from "./mat-value.ts";
import { numberDtype, structDtype, textDtype } from "./scipy-dtype.ts";
import { storedMatrix } from "./stored-matrix.ts";
import { nothing, twoDimensions } from "./two-dimensions.ts";

/** Data types of elements, MAT-File Format (MathWorks), table 1-1. */
const mi = { int8: 1, matrix: 14, compressed: 15, utf8: 16, utf16: 17, utf32: 18 } as const;
const numberTypes: Readonly<Record<number, StoredNumber>> = {
  1: "int8",
  2: "uint8",
  3: "int16",
  4: "uint16",
  5: "int32",
  6: "uint32",
  7: "float32",
  9: "float64",
  12: "int64",
  13: "uint64",
};
/** Array classes, table 1-3; 6 to 15 are classes of numbers. */
const mx = { cell: 1, struct: 2, object: 3, char: 4, sparse: 5, firstNumber: 6, lastNumber: 15, function: 16, opaque: 17 } as const;

const headerBytes = 128;
/** Unfolded at once, so that damage is met before anything is agreed to; larger variables are unfolded as they are read. */
const loadPackedBytes = 16 << 20;
const loadBytes = 128 << 20;
/** Deflate cannot shrink by more (zlib technical details: 1032 to 1). */
const mostInflation = 1032;
/** Structs within structs, dimensions and fields beyond these are damage, not data. */
const mostDepth = 16;
const mostDimensions = 64;
const mostFields = 4096;
const mostVariables = 65_536;
const mostTextBytes = 1 << 20;

interface Element {
  readonly type: number;
  /** The first byte of the data. */
  readonly at: number;
  readonly length: number;
  /** Where the next element begins. */
  readonly next: number;
}

/** Thrown inside one variable only: what is wrong with it ends it, not the file. */
class Damaged extends Error {}

/** The variables of a MAT-file of version 5 to 7, by their heads; numbers wait in the file. */
export async function readMat5(source: ByteSource): Promise<MatContents & { findings: Finding[] }> {
  const findings: Finding[] = [];
  const file = new ByteWindow(source);
  const head = (await file.at(0, headerBytes)).slice();
  const littleEndian = head[126] === 0x49;
  const header = latin1(head.subarray(0, 116)).replace(/[\0\s]+$/, "");
  const damaged = (at: number, name: string) =>
    findings.push(
      name === ""
        ? finding("import.damaged-part", "warning", { file: source.name, at })
        : finding("import.damaged-variable", "warning", { file: source.name, name, at }),
    );
  const cut = (name: string, at: number) => findings.push(finding("import.cut-variable", "warning", { file: source.name, name, at }));

  const variables: MatVariable[] = [];
  let loaded = 0;
  for (let at = headerBytes; at < source.size && variables.length < mostVariables; ) {
    const element = await elementAt(file, at, Infinity, littleEndian);
    if (!element || (element.type !== mi.matrix && element.type !== mi.compressed)) {
      // A known kind of element that holds no variable is passed over; anything else ends what can be followed.
      if (element && element.type in numberTypes) {
        at = element.next;
        continue;
      }
      damaged(at, "");
      break;
    }
    const whole = element.at + element.length <= source.size;
    let window = file;
    let bytes: Bytes = source;
    let matrix: Element | undefined = element;
    let end = Math.min(source.size, element.at + element.length);
    if (element.type === mi.compressed) {
      const packed = { offset: element.at, length: end - element.at };
      const inflated = new InflatedBytes(source, packed);
      bytes = inflated;
      window = new ByteWindow(inflated);
      matrix = await elementAt(window, 0, Infinity, littleEndian);
      const length = matrix ? matrix.at + matrix.length : 0;
      // What a stream unfolds to is bounded by what there is of it.
      end = Math.min(length, packed.length * mostInflation);
      if (
        matrix?.type === mi.matrix &&
        packed.length <= loadPackedBytes &&
        length <= Math.min(loadBytes - loaded, packed.length * mostInflation + 4096)
      ) {
        end = await inflated.load(length);
        loaded += end;
        window = new ByteWindow(inflated);
      }
      inflated.close();
    }
    if (!matrix || matrix.type !== mi.matrix) damaged(at, "");
    else {
      const place: Place = { bytes, window, littleEndian, end };
      const variable = await readMatrix(place, matrix, 0).catch((error: unknown) => {
        if (!(error instanceof Damaged)) throw error;
        return undefined;
      });
      if (!variable) damaged(at, "");
      else if (variable.name !== "") {
        variables.push({ name: variable.name, value: variable.value });
        if (variable.value.content.kind === "other" && variable.value.content.what === "damaged") damaged(at, variable.name);
        else if (!whole || end < matrix.at + matrix.length) cut(variable.name, at);
      }
    }
    at = element.type === mi.compressed ? element.at + element.length : element.next;
  }
  return { variables, version: "5", header, findings };
}

/** Where a variable's elements lie. */
interface Place {
  readonly bytes: Bytes;
  readonly window: ByteWindow;
  readonly littleEndian: boolean;
  /** Bytes that are there. */
  readonly end: number;
}

async function elementAt(window: ByteWindow, at: number, end: number, littleEndian: boolean): Promise<Element | undefined> {
  const tag = await window.at(at, 8);
  if (tag.length < 8 || at + 8 > end) return undefined;
  const view = new DataView(tag.buffer, tag.byteOffset, 8);
  const first = view.getUint32(0, littleEndian);
  // Small data element: length and type share the first word, the data the second.
  if (first >>> 16 !== 0) {
    const length = first >>> 16;
    return length > 4 ? undefined : { type: first & 0xffff, at: at + 4, length, next: at + 8 };
  }
  const length = view.getUint32(4, littleEndian);
  return { type: first, at: at + 8, length, next: at + 8 + Math.ceil(length / 8) * 8 };
}

async function readMatrix(place: Place, matrix: Element, depth: number): Promise<{ name: string; value: MatValue }> {
  const { window, littleEndian } = place;
  const end = matrix.at + matrix.length;
  // An empty array as a field may be written as an element without content.
  if (matrix.length === 0)
    return { name: "", value: { shape: [0, 0], dtype: "float64", content: { kind: "numbers", real: nothing, imaginary: undefined } } };
  const next = async (at: number): Promise<Element> => {
    const element = await elementAt(window, at, Math.min(end, place.end), littleEndian);
    if (!element) throw new Damaged();
    return element;
  };
  const data = async (element: Element, most: number): Promise<Uint8Array> => {
    if (element.length > most) throw new Damaged();
    const bytes = await window.at(element.at, element.length);
    if (bytes.length < element.length || element.at + element.length > place.end) throw new Damaged();
    return bytes.slice();
  };
  const words = async (element: Element): Promise<number[]> => {
    const bytes = await data(element, 4 * mostDimensions);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return Array.from({ length: Math.floor(bytes.length / 4) }, (_, k) => view.getInt32(4 * k, littleEndian));
  };

  const flagsAt = await next(matrix.at);
  const [flags] = await words(flagsAt);
  if (flags === undefined) throw new Damaged();
  const arrayClass = flags & 0xff;
  let at = flagsAt.next;
  if (arrayClass === mx.opaque) {
    const name = latin1(await data(await next(at), mostTextBytes));
    return { name, value: { shape: [1, 1], dtype: "object", content: { kind: "other", what: "object" } } };
  }
  const dimensionsAt = await next(at);
  const shape = await words(dimensionsAt);
  if (shape.some((length) => length < 0)) throw new Damaged();
  const nameAt = await next(dimensionsAt.next);
  const name = decodeName(await data(nameAt, mostTextBytes));
  at = nameAt.next;
  const other = (what: MatOther, dtype: string): MatValue => ({ shape, dtype, content: { kind: "other", what } });
  const total = shape.reduce((product, length) => product * length, 1);

  try {
    if (arrayClass === mx.cell) return { name, value: other("cell", "object") };
    if (arrayClass === mx.function) return { name, value: other("function", "object") };
    if (arrayClass === mx.sparse) return { name, value: other("sparse", await sparseDtype()) };
    if (arrayClass === mx.char) return { name, value: await text() };
    if (arrayClass === mx.struct || arrayClass === mx.object) return { name, value: await struct(arrayClass === mx.object) };
    if (arrayClass >= mx.firstNumber && arrayClass <= mx.lastNumber) return { name, value: await numbers() };
    return { name, value: other("damaged", "object") };
  } catch (error) {
    if (!(error instanceof Damaged)) throw error;
    return { name, value: other("damaged", "object") };
  }

  /** The numbers of a sparse matrix follow its row indices and its column starts. */
  async function sparseDtype(): Promise<string> {
    const values = await next((await next((await next(at)).next)).next);
    return numberDtype(numberTypes[values.type] ?? "float64", littleEndian, (flags! & 0x800) !== 0);
  }

  async function text(): Promise<MatValue> {
    const element = await next(at);
    const count = shape.at(-1) ?? 0;
    const dtype = textDtype(count);
    const known = shape.slice(0, -1);
    if (element.length > mostTextBytes) return { shape: known, dtype, content: { kind: "text", text: "" } };
    const bytes = await data(element, mostTextBytes);
    const letters = [...decodeText(bytes, element.type, littleEndian)];
    // Stored column after column: a char matrix is read row by row.
    const rows = shape[0] ?? 0;
    const lines = Array.from({ length: Math.min(rows, letters.length) }, () => "");
    for (const [k, letter] of letters.entries()) lines[k % rows] += letter;
    return { shape: known, dtype, content: { kind: "text", text: (rows > 1 ? lines.map((line) => line.trimEnd()) : lines).join("\n") } };
  }

  async function numbers(): Promise<MatValue> {
    const realAt = total === 0 ? await next(at).catch(() => undefined) : await next(at);
    const type = realAt ? numberTypes[realAt.type] : "float64";
    if (!type) throw new Damaged();
    const complex = (flags! & 0x800) !== 0;
    const dtype = numberDtype(type, littleEndian, complex);
    if (!realAt || total === 0) return { shape, dtype, content: { kind: "numbers", real: nothing, imaginary: undefined } };
    const flat = twoDimensions(shape);
    if (!flat) return other("dimensions", dtype);
    const real = part(realAt, type);
    const imaginaryAt = complex ? await next(realAt.next).catch(() => undefined) : undefined;
    const imaginaryType = imaginaryAt && numberTypes[imaginaryAt.type];
    return {
      shape,
      dtype,
      content: { kind: "numbers", real, imaginary: imaginaryAt && imaginaryType ? part(imaginaryAt, imaginaryType) : undefined },
    };

    function part(element: Element, stored: StoredNumber): MatMatrix {
      const there = Math.floor(Math.max(0, Math.min(element.length, place.end - element.at)) / bytesOf[stored]);
      return storedMatrix({
        bytes: place.bytes,
        offset: element.at,
        type: stored,
        littleEndian,
        shape: flat!,
        available: Math.min(there, total),
      });
    }
  }

  async function struct(isObject: boolean): Promise<MatValue> {
    if (isObject) at = (await next(at)).next;
    const lengthAt = await next(at);
    const [fieldLength] = await words(lengthAt);
    const namesAt = await next(lengthAt.next);
    if (fieldLength === undefined || fieldLength <= 0) throw new Damaged();
    const names = latin1Fields(await data(namesAt, mostFields * fieldLength), fieldLength);
    const dtype = structDtype(names);
    if (isObject) return other("object", dtype);
    if (total !== 1) return other("struct-list", dtype);
    if (depth >= mostDepth) throw new Damaged();
    const fields: MatVariable[] = [];
    let fieldAt = namesAt.next;
    for (const field of names) {
      const element = await elementAt(window, fieldAt, Math.min(end, place.end), littleEndian);
      if (!element || element.type !== mi.matrix || element.at + element.length > end) break;
      const value = await readMatrix(place, element, depth + 1).catch((error: unknown) => {
        if (!(error instanceof Damaged)) throw error;
        return undefined;
      });
      if (value) fields.push({ name: field, value: value.value });
      fieldAt = element.next;
    }
    return { shape, dtype, content: { kind: "struct", fields } };
  }
}

const latin1 = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);
/** Names are ASCII by the book; some writers use UTF-8. */
const decodeName = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes).replace(/\0.*$/s, "");

function latin1Fields(bytes: Uint8Array, length: number): string[] {
  return Array.from({ length: Math.floor(bytes.length / length) }, (_, k) =>
    latin1(bytes.subarray(k * length, (k + 1) * length)).replace(/\0.*$/s, ""),
  );
}

function decodeText(bytes: Uint8Array, type: number, littleEndian: boolean): string {
  if (type === mi.utf8 || type === mi.int8 || type === 2) return new TextDecoder("utf-8").decode(bytes);
  if (type === mi.utf16 || type === 4) return new TextDecoder(littleEndian ? "utf-16le" : "utf-16be").decode(bytes);
  if (type !== mi.utf32) throw new Damaged();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const codes = Array.from({ length: Math.floor(bytes.length / 4) }, (_, k) => view.getUint32(4 * k, littleEndian));
  return codes.map((code) => (code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code))).join("");
}
