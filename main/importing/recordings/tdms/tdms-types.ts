import type { StoredNumber } from "../stored-numbers.ts";

/** How the values of a channel lie in the file: as numbers, as pairs of numbers, as times, or as what is not read. */
export type TdmsType =
  | { readonly kind: "number"; readonly stored: StoredNumber; readonly bytes: number; readonly dtype: string }
  | { readonly kind: "complex"; readonly stored: StoredNumber; readonly bytes: number; readonly dtype: string }
  | { readonly kind: "time"; readonly bytes: 16; readonly dtype: string }
  | { readonly kind: "text"; readonly bytes: 0; readonly dtype: string }
  /** Extended floats: their size differs between systems, their place in the file does not. */
  | { readonly kind: "unread"; readonly bytes: number; readonly dtype: string };

const number = (stored: StoredNumber, bytes: number, dtype: string = stored): TdmsType => ({ kind: "number", stored, bytes, dtype });
const complex = (stored: StoredNumber, bytes: number, dtype: string): TdmsType => ({ kind: "complex", stored, bytes, dtype });

/** tdsDataType by its number, TDMS File Format Internal Structure (NI); `dtype` is NumPy's name of what is read. */
export const tdmsTypes: ReadonlyMap<number, TdmsType> = new Map([
  [0x00, { kind: "unread", bytes: 1, dtype: "void" }],
  [0x01, number("int8", 1)],
  [0x02, number("int16", 2)],
  [0x03, number("int32", 4)],
  [0x04, number("int64", 8)],
  [0x05, number("uint8", 1)],
  [0x06, number("uint16", 2)],
  [0x07, number("uint32", 4)],
  [0x08, number("uint64", 8)],
  [0x09, number("float32", 4)],
  [0x0a, number("float64", 8)],
  [0x0b, { kind: "unread", bytes: 16, dtype: "float128" }],
  [0x19, number("float32", 4)],
  [0x1a, number("float64", 8)],
  [0x1b, { kind: "unread", bytes: 16, dtype: "float128" }],
  [0x20, { kind: "text", bytes: 0, dtype: "object" }],
  [0x21, number("uint8", 1, "bool")],
  [0x44, { kind: "time", bytes: 16, dtype: "datetime64[us]" }],
  [0x08000c, complex("float32", 8, "complex64")],
  [0x10000d, complex("float64", 16, "complex128")],
] satisfies [number, TdmsType][]);

/** Type of a DAQmx scaler's raw values. */
export const daqmxTypes: readonly StoredNumber[] = ["uint8", "int8", "uint16", "int16", "uint32", "int32"];

/** Seconds from 1 January 1904, where LabVIEW counts from, to 1970. */
const from1904 = 2_082_844_800;

/** Ms since 1970 UTC of whole seconds since 1904 and a fraction in 2^-64 s. */
export const tdmsTime = (seconds: number, fraction: number): number => (seconds - from1904) * 1000 + (fraction / 2 ** 64) * 1000;
