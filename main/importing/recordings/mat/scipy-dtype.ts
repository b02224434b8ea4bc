import { bytesOf, type StoredNumber } from "../stored-numbers.ts";

/** NumPy's name of numbers as `scipy.io.loadmat` returns them: as stored, with a leading ">" where their bytes stand the other way round. */
export function numberDtype(type: StoredNumber, littleEndian: boolean, complex: boolean): string {
  // Complex numbers are computed from two parts, and by that the machine's own.
  if (complex) return type === "float32" ? "complex64" : "complex128";
  if (littleEndian || bytesOf[type] === 1) return type;
  const letter = type.startsWith("float") ? "f" : type.startsWith("u") ? "u" : "i";
  return `>${letter}${bytesOf[type]}`;
}

/** NumPy's name of texts of one length. */
export const textDtype = (length: number): string => `<U${Math.max(1, length)}`;

/** NumPy's name of records with fields of any kind. */
export const structDtype = (fields: readonly string[]): string => `[${fields.map((name) => `('${name}', 'O')`).join(", ")}]`;
