import type { Finding } from "#shared/domain/finding.ts";
import type { ByteSource } from "../../reader.ts";
import { finding } from "../../sentence.ts";
import { ByteWindow, readUpTo } from "../byte-window.ts";
import { bytesOf, type StoredNumber, storedNumbers } from "../stored-numbers.ts";
import type { MatContents, MatValue, MatVariable } from "./mat-value.ts";
import { numberDtype, textDtype } from "./scipy-dtype.ts";
import { storedMatrix } from "./stored-matrix.ts";

const headBytes = 20;
const mostNameBytes = 1024;
const mostTextBytes = 1 << 20;
const mostVariables = 65_536;
/** P of the type word MOPT, MAT-File Format (MathWorks), level 4. */
const numberTypes: readonly StoredNumber[] = ["float64", "float32", "int32", "int16", "uint16", "uint8"];

interface Head {
  readonly littleEndian: boolean;
  readonly type: StoredNumber;
  /** T of MOPT: 0 numbers, 1 text, 2 sparse. */
  readonly content: number;
  readonly rows: number;
  readonly columns: number;
  readonly complex: boolean;
  /** Bytes of the name with its closing zero. */
  readonly nameBytes: number;
}

/** The head of a variable of level 4, undefined where these 20 bytes are none. */
export function mat4Head(bytes: Uint8Array): Head | undefined {
  if (bytes.length < headBytes) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, headBytes);
  for (const littleEndian of [true, false]) {
    const [mopt, rows, columns, imaginary, nameBytes] = [0, 4, 8, 12, 16].map((at) => view.getInt32(at, littleEndian)) as [
      number,
      number,
      number,
      number,
      number,
    ];
    if (mopt < 0 || mopt > 4999 || rows < 0 || columns < 0 || imaginary < 0 || imaginary > 1 || nameBytes < 1 || nameBytes > mostNameBytes)
      continue;
    const type = numberTypes[Math.floor(mopt / 10) % 10];
    const content = mopt % 10;
    const machine = Math.floor(mopt / 1000);
    if (!type || content > 2 || Math.floor(mopt / 100) % 10 !== 0 || machine > 1 || (machine === 0) !== littleEndian) continue;
    return { littleEndian, type, content, rows, columns, complex: imaginary === 1, nameBytes };
  }
  return undefined;
}

/** The variables of a MAT-file of level 4, by their heads; numbers wait in the file. */
export async function readMat4(source: ByteSource): Promise<MatContents & { findings: Finding[] }> {
  const findings: Finding[] = [];
  const window = new ByteWindow(source);
  const variables: MatVariable[] = [];
  for (let at = 0; at < source.size && variables.length < mostVariables; ) {
    const head = mat4Head(await window.at(at, headBytes));
    if (!head) {
      findings.push(finding("import.damaged-part", "warning", { file: source.name, at }));
      break;
    }
    const { type, littleEndian, rows, columns, complex } = head;
    const name = new TextDecoder("latin1").decode(await window.at(at + headBytes, head.nameBytes)).replace(/\0.*$/s, "");
    const data = at + headBytes + head.nameBytes;
    const total = rows * columns;
    const partBytes = total * bytesOf[type];
    const next = data + partBytes * (complex ? 2 : 1);
    if (next > source.size) findings.push(finding("import.cut-variable", "warning", { file: source.name, name, at }));
    variables.push({ name, value: await value() });
    at = next;

    async function value(): Promise<MatValue> {
      const shape = [rows, columns];
      if (head!.content === 2)
        return { shape: await sparseShape(), dtype: columns > 3 ? "complex128" : "float64", content: { kind: "other", what: "sparse" } };
      if (head!.content === 1) return { shape: [rows], dtype: textDtype(columns), content: { kind: "text", text: await text() } };
      const part = (offset: number) =>
        storedMatrix({
          bytes: source,
          offset,
          type,
          littleEndian,
          shape: [rows, columns],
          available: Math.min(total, Math.floor(Math.max(0, source.size - offset) / bytesOf[type])),
        });
      return {
        shape,
        dtype: numberDtype(type, littleEndian, complex),
        content: { kind: "numbers", real: part(data), imaginary: complex ? part(data + partBytes) : undefined },
      };
    }

    /** The last of the rows (row, column, value) of a sparse matrix holds its shape. */
    async function sparseShape(): Promise<number[]> {
      const corner = new Float64Array(2);
      for (const column of [0, 1]) {
        const bytes = await readUpTo(source, data + ((column + 1) * rows - 1) * bytesOf[type], bytesOf[type]);
        if (bytes.length < bytesOf[type]) return [rows, columns];
        storedNumbers(bytes, { type, littleEndian, at: 0, stride: bytesOf[type], count: 1 }, corner, column);
      }
      return [...corner];
    }

    /** Letters are kept as numbers, column after column. */
    async function text(): Promise<string> {
      if (total === 0 || partBytes > mostTextBytes) return "";
      const bytes = await readUpTo(source, data, partBytes);
      const codes = new Float64Array(Math.floor(bytes.length / bytesOf[type]));
      storedNumbers(bytes, { type, littleEndian, at: 0, stride: bytesOf[type], count: codes.length }, codes);
      const letter = (code: number) => (code > 0 && code < 0x10000 ? String.fromCharCode(code) : "");
      return Array.from({ length: rows }, (_, row) =>
        Array.from({ length: columns }, (_c, k) => letter(codes[k * rows + row] ?? 0))
          .join("")
          .trimEnd(),
      ).join("\n");
    }
  }
  return { variables, version: "4", header: "", findings };
}
