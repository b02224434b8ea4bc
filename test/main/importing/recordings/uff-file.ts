/** A function of data set 58; what is left out is as an analyser writes it. */
export interface UffSet {
  readonly ids?: readonly string[];
  readonly functionType?: number;
  readonly node?: number;
  readonly direction?: number;
  /** Real numbers, or pairs of real and imaginary part. */
  readonly values: readonly number[] | readonly (readonly [number, number])[];
  /** Where it is uneven. */
  readonly abscissa?: readonly number[];
  readonly min?: number;
  readonly step?: number;
  readonly double?: boolean;
  /** 17 time, 18 frequency. */
  readonly abscissaKind?: number;
  readonly abscissaUnit?: string;
  readonly ordinateUnit?: string;
  readonly denominatorUnit?: string;
  readonly binary?: UffBinary;
  /** What the head says instead of the number of points. */
  readonly points?: number;
  /** How a number is written, and how many stand in a line. */
  readonly write?: (value: number, width: number) => string;
  readonly perLine?: number;
}

export interface UffBinary {
  readonly big?: boolean;
  /** 1 VAX, 2 IEEE, 3 IBM. */
  readonly format?: number;
  /** What the head says instead of the number of bytes. */
  readonly told?: number;
  /** Abscissa of single precision beside ordinates of double. */
  readonly shortAbscissa?: boolean;
  /** No line end behind the bytes. */
  readonly glued?: boolean;
}

const int = (value: number, width: number): string => String(value).padStart(width);
const fixed = (value: number, width: number): string =>
  value
    .toExponential(width === 20 ? 11 : 5)
    .replace(/e([+-])(\d)$/, "E$10$2")
    .replace("e", "E")
    .padStart(width);

export const delimiter = "    -1\n";

/** A set between its delimiters. */
export function uffSet(set: UffSet): Buffer {
  const { ids = ["ch"], values, abscissa, double = false, binary } = set;
  const complex = Array.isArray(values[0]);
  const type = (double ? 4 : 2) + (complex ? (double ? 2 : 3) : 0);
  const header = [
    ...Array.from({ length: 5 }, (_, k) => ids[k] ?? "NONE"),
    `${int(set.functionType ?? 1, 5)}${int(0, 10)}${int(1, 5)}${int(0, 10)} ${"NONE".padEnd(10)}${int(set.node ?? 1, 10)}${int(set.direction ?? 3, 4)} ${"NONE".padEnd(10)}${int(0, 10)}${int(0, 4)}`,
    int(type, 10) +
      int(set.points ?? values.length, 10) +
      int(abscissa ? 0 : 1, 10) +
      fixed(set.min ?? 0, 13) +
      fixed(set.step ?? 0.001, 13) +
      fixed(0, 13),
    axis(set.abscissaKind ?? 17, "Time", set.abscissaUnit ?? "s"),
    axis(12, "Acceleration", set.ordinateUnit ?? "m/s^2"),
    axis(set.denominatorUnit ? 13 : 0, "NONE", set.denominatorUnit ?? "NONE"),
    axis(0, "NONE", "NONE"),
  ].join("\n");
  const body = binary ? bytesOf(set, binary) : textOf(set);
  const kind = binary
    ? `${int(58, 6)}b${int(binary.big ? 2 : 1, 6)}${int(binary.format ?? 2, 6)}${int(11, 12)}${int(binary.told ?? body.length, 12)}${int(0, 6)}${int(0, 6)}${int(0, 12)}${int(0, 12)}`
    : int(58, 6);
  return Buffer.concat([
    Buffer.from(`${delimiter}${kind}\n${header}\n`),
    body,
    Buffer.from(binary && !binary.glued ? `\n${delimiter}` : delimiter),
  ]);
}

const axis = (kind: number, label: string, unit: string): string =>
  `${int(kind, 10)}${int(0, 5)}${int(0, 5)}${int(0, 5)} ${label.padEnd(20)} ${unit.padEnd(20)}`;

function points({ values, abscissa }: UffSet): { x: number | undefined; y: readonly number[] }[] {
  return values.map((y, k) => ({ x: abscissa?.[k], y: typeof y === "number" ? [y] : y }));
}

function textOf(set: UffSet): Buffer {
  const width = set.double ? 20 : 13;
  const write = set.write ?? fixed;
  const cells = points(set).flatMap(({ x, y }) => [...(x === undefined ? [] : [write(x, 13)]), ...y.map((v) => write(v, width))]);
  const perLine = set.perLine ?? (set.double ? 4 : 6);
  let text = "";
  for (let k = 0; k < cells.length; k += perLine) text += `${cells.slice(k, k + perLine).join("")}\n`;
  return Buffer.from(text);
}

function bytesOf(set: UffSet, { big = false, shortAbscissa = false }: UffBinary): Buffer {
  const parts = points(set).flatMap(({ x, y }) => [
    ...(x === undefined ? [] : [real(x, set.double === true && !shortAbscissa, big)]),
    ...y.map((v) => real(v, set.double === true, big)),
  ]);
  return Buffer.concat(parts);
}

function real(value: number, double: boolean, big: boolean): Buffer {
  const bytes = Buffer.alloc(double ? 8 : 4);
  if (double) big ? bytes.writeDoubleBE(value) : bytes.writeDoubleLE(value);
  else big ? bytes.writeFloatBE(value) : bytes.writeFloatLE(value);
  return bytes;
}
