import { storedNumbers } from "../stored-numbers.ts";
import type { MetadataCursor } from "./metadata-cursor.ts";
import { tdmsTime, tdmsTypes } from "./tdms-types.ts";

/** A time is told from numbers by being a Date. */
export type TdmsValue = number | string | boolean | Date;
export type TdmsProperties = Map<string, TdmsValue>;

/** Reads the properties of an object into `into`; later ones replace earlier ones of the same name. */
export function readProperties(cursor: MetadataCursor, into: TdmsProperties): void {
  const count = cursor.uint32();
  for (let k = 0; k < count; k++) {
    const name = cursor.text();
    into.set(name, readValue(cursor, cursor.uint32()));
  }
}

function readValue(cursor: MetadataCursor, typeNumber: number): TdmsValue {
  const type = tdmsTypes.get(typeNumber);
  if (!type) throw new RangeError(`A property of unknown type ${typeNumber}.`);
  if (type.kind === "text") return cursor.text();
  if (type.kind === "time") {
    const [fraction, seconds] = readTime(cursor);
    return new Date(tdmsTime(seconds, fraction));
  }
  const bytes = cursor.bytes(type.bytes);
  if (type.kind === "unread") return NaN;
  const value = new Float64Array(1);
  storedNumbers(bytes, { type: type.stored, littleEndian: cursor.littleEndian, at: 0, stride: type.bytes, count: 1 }, value);
  return type.dtype === "bool" ? value[0] !== 0 : value[0]!;
}

/** Little-endian times begin with the fraction, big-endian ones with the seconds. */
function readTime(cursor: MetadataCursor): [number, number] {
  if (cursor.littleEndian) {
    const fraction = cursor.uint64();
    return [fraction, cursor.int64()];
  }
  const seconds = cursor.int64();
  return [cursor.uint64(), seconds];
}
