import type { ByteSource } from "../../reader.ts";
import { guessEncoding } from "../../text/guess-encoding.ts";
import { readUpTo } from "../byte-window.ts";
import { eachLine } from "../each-line.ts";
import { asciiValues, ValueMarks } from "./ascii-values.ts";
import { binaryValues } from "./binary-values.ts";
import { headerLines, type UffHeader, uffHeader } from "./uff-header.ts";
import type { UffValues } from "./uff-values.ts";

/** A function of a data set 58. */
export interface UffFunction {
  readonly header: UffHeader;
  /** Numbers per point: abscissa where it is uneven, and one or two of the ordinate. */
  readonly perPoint: number;
  /** Points that are whole. */
  readonly points: number;
  readonly values: UffValues;
}

export interface UffSets {
  /** How many sets of each type there are. */
  readonly types: ReadonlyMap<number, number>;
  readonly functions: readonly UffFunction[];
  /** Sets 58 in floating point of VAX or IBM. */
  readonly foreign: number;
  /** Sets 58 whose head cannot be understood. */
  readonly unreadable: number;
  /** Sets 58 beyond the number that is read. */
  readonly beyond: number;
  /** The file ends within a set. */
  readonly open: boolean;
}

const mostFunctions = 65_536;
const isDelimiter = /^ {4}-1\s*$/;
const typeLine = /^\s{0,5}(\d{1,5})(b?)(?:\s|$)(.*)$/i;
const dec = 1;
const ibm = 3;

interface Begun {
  readonly type: number;
  /** What the line of the type says behind a `b`; undefined for text. */
  readonly binary: readonly number[] | undefined;
  /** The header as it stands. */
  readonly lines: Uint8Array[];
  readonly marks: ValueMarks;
}

/** Looks through the whole file once for its data sets; the values of functions are left where they are. */
export async function uffSets(source: ByteSource): Promise<UffSets> {
  const types = new Map<number, number>();
  const functions: UffFunction[] = [];
  let foreign = 0;
  let unreadable = 0;
  let beyond = 0;
  let begun: Begun | undefined;
  let delimited = false;
  const keep = (made: UffFunction | undefined): void => {
    if (!made) unreadable++;
    else if (functions.length < mostFunctions) functions.push(made);
    else beyond++;
  };
  const finish = ({ type, binary, lines, marks }: Begun): void => {
    if (type !== 58 || binary) return;
    const header = uffHeader(textsOf(lines));
    keep(header && functionOf(header, asciiValues(source, marks)));
  };
  for (let at = 0; at < source.size; ) {
    let atValues = false;
    const stopped = await eachLine(source, at, (bytes, from, to, place, ended) => {
      if (isShort(bytes, from, to) && isDelimiter.test(latin1(bytes, from, to))) {
        if (begun) finish(begun);
        delimited = begun === undefined;
        begun = undefined;
        return true;
      }
      if (delimited) {
        delimited = false;
        begun = beginning(latin1(bytes, from, Math.min(to, from + 100)));
        if (begun) types.set(begun.type, (types.get(begun.type) ?? 0) + 1);
        return true;
      }
      if (begun?.type !== 58) return true;
      if (begun.lines.length < headerLines) {
        begun.lines.push(bytes.slice(from, Math.min(to, from + 200)));
        atValues = begun.binary !== undefined && begun.lines.length === headerLines;
        return !atValues;
      }
      // Half a number at the end of a file that was cut is none.
      if (ended) begun.marks.take(bytes, from, to, place);
      return true;
    });
    if (!atValues || !begun?.binary) break;
    const { binary, lines } = begun as Begun & { binary: readonly number[] };
    const header = uffHeader(textsOf(lines));
    const { made, end } = await binaryFunction(source, stopped, binary, header);
    if (made === "foreign") foreign++;
    else keep(made);
    begun = { type: 58, binary, lines, marks: new ValueMarks() };
    at = end;
  }
  if (begun) finish(begun);
  return { types, functions, foreign, unreadable, beyond, open: begun !== undefined };
}

function beginning(line: string): Begun | undefined {
  const match = typeLine.exec(line);
  if (!match) return undefined;
  const binary = match[2] ? match[3]!.trim().split(/\s+/).map(Number) : undefined;
  return { type: Number(match[1]), binary, lines: [], marks: new ValueMarks() };
}

function functionOf(header: UffHeader, values: UffValues): UffFunction {
  const perPoint = numbersPerPoint(header);
  return { header, perPoint, values, points: Math.min(header.points || Number.POSITIVE_INFINITY, Math.floor(values.count / perPoint)) };
}

const numbersPerPoint = ({ even, complex }: UffHeader): number => (even ? 0 : 1) + (complex ? 2 : 1);

/** How the numbers of a binary set may lie: what they take, bytes. */
interface Form {
  readonly bytes: number;
  readonly precision: 4 | 8;
  readonly shortAbscissa: boolean;
}

/**
 * As the header says; with an abscissa of single precision beside doubles, or not, for writers differ; and in the other precision, which some
 * write without saying so.
 */
function formsOf(header: UffHeader): [Form, ...Form[]] {
  const { points, precision, even } = header;
  const numbers = points * numbersPerPoint(header);
  const declared: Form = { bytes: numbers * precision, precision, shortAbscissa: false };
  const other: Form = { bytes: numbers * (12 - precision), precision: precision === 4 ? 8 : 4, shortAbscissa: false };
  const mixed: Form[] = !even && precision === 8 ? [{ bytes: declared.bytes - points * 4, precision, shortAbscissa: true }] : [];
  return [declared, ...mixed, other];
}

/** The function whose bytes begin at `at`, and where the next line begins. */
async function binaryFunction(
  source: ByteSource,
  at: number,
  binary: readonly number[],
  header: UffHeader | undefined,
): Promise<{ made: UffFunction | "foreign" | undefined; end: number }> {
  const [order = 1, format = 2, , told = 0] = binary;
  const behindTold = await delimiterAt(source, at + told);
  if (!header) return { made: undefined, end: behindTold ?? (await nextDelimiter(source, at)) };
  const forms = formsOf(header);
  let form = behindTold === undefined ? undefined : forms.find(({ bytes }) => bytes === told);
  let end = form && behindTold;
  // Some writers leave the number of bytes at zero: then the delimiter shows which form it is.
  for (const each of form ? [] : forms) {
    end = await delimiterAt(source, at + each.bytes);
    if (end === undefined) continue;
    form = each;
    break;
  }
  end ??= behindTold !== undefined && told >= forms[0].bytes ? behindTold : await nextDelimiter(source, at);
  if (format === dec || format === ibm) return { made: "foreign", end };
  const { bytes, precision, shortAbscissa } = form ?? forms[0];
  const length = Math.max(0, Math.min(bytes, end - at));
  const perPoint = numbersPerPoint(header);
  const values = binaryValues({ source, at, length, littleEndian: order !== 2, precision, perPoint, shortAbscissa });
  return { made: functionOf(header, values), end };
}

/** Where the delimiter begins that stands at a place, behind at most a line end; undefined where none does. */
async function delimiterAt(source: ByteSource, at: number): Promise<number | undefined> {
  if (!(at >= 0 && at < source.size)) return undefined;
  const text = latin1(await readUpTo(source, at, Math.min(16, source.size - at)));
  const match = /^\r?\n?(?= {4}-1[ \r\n]*)/.exec(text);
  return match ? at + match[0].length : undefined;
}

const searched = 1 << 20; // bytes at a time

/** The next delimiter on a line of its own; the end of the file where there is none. */
async function nextDelimiter(source: ByteSource, from: number): Promise<number> {
  const slab = new Uint8Array(searched);
  const overlap = 8;
  for (let at = from; at < source.size; at += searched - overlap) {
    const read = await source.read(at, slab);
    for (let p = slab.indexOf(10); p >= 0 && p + 7 <= read; p = slab.indexOf(10, p + 1)) {
      if (
        slab[p + 1] === 32 &&
        slab[p + 2] === 32 &&
        slab[p + 3] === 32 &&
        slab[p + 4] === 32 &&
        slab[p + 5] === 45 &&
        slab[p + 6] === 49
      ) {
        return at + p + 1;
      }
    }
    if (read < searched) break;
  }
  return source.size;
}

function textsOf(lines: readonly Uint8Array[]): string[] {
  const decoder = new TextDecoder(guessEncoding(Buffer.concat(lines)));
  return lines.map((line) => decoder.decode(line));
}

/** A delimiter may be filled up with blanks to a line of a punched card. */
function isShort(bytes: Uint8Array, from: number, to: number): boolean {
  let end = to;
  while (end > from && bytes[end - 1]! <= 32) end--;
  return end - from <= 6 && end > from;
}

const latin1 = (bytes: Uint8Array, from = 0, to = bytes.length): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1");
