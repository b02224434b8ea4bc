/** What stands above the values of a data set 58; the record numbers are those of the format's description. */
export interface UffHeader {
  /** Records 1 to 5: identification lines as they stand; the third is usually the date. */
  readonly ids: readonly string[];
  /** Record 6: 1 time response, 2 auto spectrum, 4 frequency response ... */
  readonly functionType: number;
  /** Where it was measured and where excited, such as `12:+X`. */
  readonly response: string;
  readonly reference: string;
  /** Record 7. */
  readonly complex: boolean;
  /** Bytes of a real number of the ordinate. */
  readonly precision: 4 | 8;
  readonly points: number;
  readonly even: boolean;
  readonly abscissaMin: number;
  readonly abscissaStep: number;
  readonly abscissa: UffAxis;
  readonly ordinate: UffAxis;
  readonly denominator: UffAxis;
}

/** Records 8 to 10: 17 time, 18 frequency, 12 acceleration ...; label and unit as they stand. */
export interface UffAxis {
  readonly kind: number;
  readonly label: string;
  readonly unit: string;
}

export const headerLines = 11;

const directions: Readonly<Record<number, string>> = {
  1: "+X",
  [-1]: "-X",
  2: "+Y",
  [-2]: "-Y",
  3: "+Z",
  [-3]: "-Z",
  4: "+RX",
  [-4]: "-RX",
  5: "+RY",
  [-5]: "-RY",
  6: "+RZ",
  [-6]: "-RZ",
};

/** Reads the eleven lines; undefined where they are not a header. */
export function uffHeader(lines: readonly string[]): UffHeader | undefined {
  const form = dataForm(lines[6] ?? "");
  const [type = Number.NaN, points = Number.NaN, spacing = Number.NaN, min = 0, step = 0] = form;
  if (lines.length < headerLines || ![2, 4, 5, 6].includes(type) || !(points >= 0) || ![0, 1].includes(spacing)) return undefined;
  const line = lines[5]!;
  return {
    ids: lines.slice(0, 5).map((text) => text.trim()),
    functionType: numbers(line)[0] ?? 0,
    // Fixed fields: 2(I5,I10), 2(1X,10A1,I10,I4).
    response: place(line.slice(31, 41), line.slice(41, 51), line.slice(51, 55)),
    reference: place(line.slice(56, 66), line.slice(66, 76), line.slice(76, 80)),
    complex: type >= 5,
    precision: type === 4 || type === 6 ? 8 : 4,
    points,
    even: spacing === 1,
    abscissaMin: min,
    abscissaStep: step,
    abscissa: axis(lines[7]!),
    ordinate: axis(lines[8]!),
    denominator: axis(lines[9]!),
  };
}

/** Fortran writes numbers side by side: a sign begins the next one, unless it belongs to an exponent. */
export const numbers = (line: string): number[] =>
  (line.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+|[+-]\d{3}(?![\d.]))?/g) ?? []).map(fortranNumber);

/** `1.5D+03` is 1500; so is an exponent of three digits without its letter, `1.5+003`. */
export function fortranNumber(text: string): number {
  return Number(text.replace(/[dD]/, "e").replace(/(?<=[\d.])([+-])(?=\d{3}$)/, "e$1"));
}

/** Fixed fields, 3I10,3E13.5, whose numbers may touch; some writers set them apart by blanks and keep no columns. */
function dataForm(line: string): number[] {
  const fields = [0, 10, 20, 30, 43].map((from, k) => line.slice(from, from + (k < 3 ? 10 : 13)).trim());
  const kept = fields.slice(0, 3).every((field) => /^\d+$/.test(field)) && fields.slice(3).every((field) => !/\S\s+\S/.test(field));
  return kept ? fields.map((field) => numbers(field)[0] ?? 0) : numbers(line);
}

/** A text of the header, "" where it says NONE. */
export const word = (text: string): string => (/^\s*none\s*$/i.test(text) ? "" : text.trim());

/** Fixed fields: I10, 3I5, 2(1X,20A1). */
function axis(line: string): UffAxis {
  return { kind: numbers(line.slice(0, 10))[0] ?? 0, label: line.slice(26, 46).trim(), unit: line.slice(46, 67).trim() };
}

function place(entity: string, node: string, direction: string): string {
  const at = [word(entity), node.trim(), directions[Number(direction)] ?? ""].filter((part) => part !== "" && part !== "0");
  return at.join(":");
}
