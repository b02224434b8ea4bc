import { isRecording, type LogPlan, type TextPlan } from "#shared/domain/importing.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { isElapsed, timeReader } from "../clock/time-reader.ts";
import { openFile } from "../file-source.ts";
import type { ByteSource } from "../reader.ts";
import { readerFor } from "../registry.ts";
import { sentence } from "../sentence.ts";
import { describeText } from "../text/describe-text.ts";
import { previewRows } from "../text/preview-rows.ts";
import { textSample } from "../text/text-sample.ts";

/** What the beginning of a log says of it. */
export interface LookedLog {
  readonly format: string;
  /** Equal for logs that can be read by one plan; undefined where the beginning does not say. */
  readonly shape: string | undefined;
  /** Time of the first row, ms UTC; undefined where the log has no dates. */
  readonly first: number | undefined;
  /** Whether its rows have a time of their own. */
  readonly timed: boolean;
  /** Where the last row may be expected, from the first rows and the size; undefined where it cannot be told. */
  readonly last: number | undefined;
}

const headBytes = 64 << 10;
const mostDescribed = 1 << 20; // bytes that describing a recording may read before its beginning is said to be too far

/**
 * Looks at the first 64 KiB of a log.
 * @param container id of the file it lies in, where the log is text made of that file
 * @throws `import.file-empty`, `import.not-text`, `import.no-table` and what describing a recording throws
 */
export async function lookAtLog(
  log: { readonly path: string; readonly name: string; readonly bytes: number | null; readonly container: string | undefined },
  head: Uint8Array,
  run: Run,
): Promise<LookedLog> {
  const { path, name, container } = log;
  if (head.length === 0) throw told("import.file-empty", name);
  const reader = container === undefined ? readerFor(head, name.slice(name.lastIndexOf("/") + 1)) : undefined;
  if (container === undefined && !reader) throw told("import.not-text", name);
  if (reader && reader.id !== "delimited-text") return lookAtRecording(path, reader, run);
  const source = inMemory(wholeLines(head), name);
  const { plan } = await describeText(source);
  const format = container ?? reader!.id;
  const { head: lines, bytesPerLine } = await textSample(source, plan.encoding);
  const times = isDated(plan) ? previewRows(lines, plan).flatMap(({ time }) => (time === null ? [] : [time])) : [];
  const [first] = times;
  const step = times.length > 1 ? (times.at(-1)! - first!) / (times.length - 1) : 0;
  const rows = (log.bytes ?? head.length) / Math.max(1, bytesPerLine);
  return {
    format,
    shape: shapeOf(format, plan),
    timed: plan.clock.source === "columns",
    first,
    last: first === undefined || step <= 0 ? undefined : first + step * rows,
  };
}

async function lookAtRecording(path: string, reader: NonNullable<ReturnType<typeof readerFor>>, run: Run): Promise<LookedLog> {
  const source = await openFile(path, run);
  try {
    const { plan } = await reader.describe(sparing(source));
    return { format: reader.id, shape: shapeOf(reader.id, plan), timed: true, first: undefined, last: undefined };
  } catch (error) {
    if (!(error instanceof TooFar)) throw error;
    return { format: reader.id, shape: undefined, timed: true, first: undefined, last: undefined };
  } finally {
    await source.close();
  }
}

function shapeOf(format: string, plan: LogPlan): string {
  const columns = plan.columns.map(({ header }) => header);
  if (isRecording(plan)) return JSON.stringify([format, plan.table, columns]);
  const { encoding, delimiter, decimal, headerLine, unitsLine, dataLine, clock } = plan;
  const kinds = headerLine === null ? plan.columns.map(({ kind }) => kind) : [];
  const clocks = clock.source === "columns" ? [clock.columns, clock.format] : ["rate"];
  const width = encoding.startsWith("utf-16") ? encoding : "";
  return JSON.stringify([format, width, delimiter, decimal, headerLine, unitsLine, dataLine, columns, kinds, clocks]);
}

/** Rows carry a date of their own: their times say which file comes first. */
const isDated = ({ clock, decimal }: TextPlan): boolean =>
  clock.source === "columns" && clock.start === undefined && !isElapsed(clock.format) && timeReader(clock.format, decimal, 0).hasDate;

function wholeLines(head: Uint8Array): Uint8Array {
  if (head.length < headBytes) return head;
  const end = Math.max(head.lastIndexOf(10), head.lastIndexOf(13));
  return end > 0 ? head.subarray(0, end + 1 + (head[0] === 0xff && head[1] === 0xfe ? 1 : 0)) : head;
}

const inMemory = (bytes: Uint8Array, name: string): ByteSource => ({
  name,
  size: bytes.length,
  async read(offset, into) {
    const part = bytes.subarray(offset, offset + into.length);
    into.set(part);
    return part.length;
  },
});

class TooFar extends Error {}

/** The file, as long as little of it is asked for. */
function sparing(source: ByteSource): ByteSource {
  let left = mostDescribed;
  return {
    ...source,
    read(offset, into) {
      left -= Math.min(into.length, Math.max(0, source.size - offset));
      if (left < 0) throw new TooFar();
      return source.read(offset, into);
    },
  };
}

const told = (code: "import.file-empty" | "import.not-text", file: string) => problem(code, sentence(code, { file }), { file });
