import { statfsSync } from "node:fs";
import type { DryRun, DryRunPart, ImportEstimate } from "#shared/domain/dry-run.ts";
import type { Finding } from "#shared/domain/finding.ts";
import { isRecording, type LogPlan, type TextPlan } from "#shared/domain/importing.ts";
import { quietRun } from "#shared/domain/run.ts";
import { checkPlan } from "./check-plan.ts";
import { timeReader } from "./clock/time-reader.ts";
import { dryRunFindings } from "./dry-run-findings.ts";
import { type FileSource, openFile } from "./file-source.ts";
import { importEstimate } from "./import-estimate.ts";
import type { ByteSource } from "./reader.ts";
import { readerOfPlan } from "./registry.ts";
import { firstLines, lastLines } from "./text/text-window.ts";

const looked = 5000; // rows at each end
const shownRejected = 5;

export interface DryRunInput {
  readonly files: readonly string[];
  readonly plan: LogPlan;
  /** Rows the files are thought to hold, where only reading them would tell. */
  readonly rows: number;
  /** Where the samples would go; undefined where no project is open. */
  readonly folder?: string | undefined;
}

/** Reads the first and the last 5,000 rows by the plan and keeps nothing. Throws what `openFile`, `checkPlan` and the readers throw. */
export async function dryRun({ files, plan, rows, folder }: DryRunInput): Promise<DryRun> {
  const begun = performance.now();
  checkPlan(plan);
  const first = await openFile(files[0]!);
  const sources = [first];
  try {
    for (const path of files.slice(1)) sources.push(await openFile(path));
    const looks = isRecording(plan) ? await lookAtRecording(first, plan) : await lookAtText(sources, plan);
    const bytes = sources.reduce((sum, source) => sum + source.size, 0);
    const estimate = importEstimate({ plan, bytes, looks, rows, files: files.length, freeBytes: freeBytes(folder) });
    const findings: Finding[] = dryRunFindings(plan, looks, estimate);
    return { head: looks.head, tail: looks.tail, whole: looks.whole, findings, estimate, elapsedMs: performance.now() - begun };
  } finally {
    for (const source of sources) await source.close();
  }
}

/** What was seen of a log. */
export interface Looks {
  readonly head: DryRunPart;
  readonly tail: DryRunPart | null;
  readonly whole: boolean;
  /** Bytes of text the rows of the head and the tail take; 0 where the log is no text. */
  readonly bytes: number;
}

async function lookAtText(sources: readonly FileSource[], plan: TextPlan): Promise<Looks> {
  const first = sources[0]!;
  const last = sources.at(-1)!;
  // Two ends that meet are one: no line is counted twice.
  const all = await firstLines(first, plan.encoding, plan.dataLine - 1 + 2 * looked);
  const head = all.whole ? all : await firstLines(first, plan.encoding, plan.dataLine - 1 + looked);
  const headPart = await look(head.source, plan, 0);
  if (head.whole && sources.length === 1) return { head: headPart, tail: null, whole: true, bytes: head.source.size };
  const tail = await lastLines(last, plan.encoding, looked, head.source.size / Math.max(1, head.lines));
  const follows: TextPlan = tail.whole ? plan : { ...plan, headerLine: null, unitsLine: null, dataLine: 1 };
  const isCounted = tail.whole || !needsRowsBefore(plan);
  const part = await look(tail.source, follows, tail.whole ? 0 : null);
  const tailPart = isCounted ? part : { ...part, first: null, last: null };
  return { head: headPart, tail: tailPart, whole: false, bytes: head.source.size + tail.source.size };
}

/** Whether the time of a row rests on how many rows stand before it, or on what they said. */
function needsRowsBefore({ clock, decimal }: TextPlan): boolean {
  if (clock.source === "rate") return true;
  return !timeReader(clock.format, decimal, clock.start ?? 0).hasDate;
}

/** The end of a recording holds what its beginning holds: numbers. Only its beginning is read. */
async function lookAtRecording(first: FileSource, plan: LogPlan): Promise<Looks> {
  return { head: await look(first, plan, 0), tail: null, whole: false, bytes: 0 };
}

/** @param linesBefore null where nobody knows */
async function look(source: ByteSource, plan: LogPlan, linesBefore: number | null): Promise<DryRunPart> {
  const reading = readerOfPlan(plan).read([source], plan, quietRun());
  const rejected: DryRunPart["rejected"] = [];
  const times = new Set<number>();
  let seen = 0;
  for await (const { frame, rejected: lines, release } of reading.parts()) {
    for (const time of frame.time.subarray(0, looked)) times.add(time);
    seen += Math.min(looked, frame.time.length);
    for (const { line, reason, text } of lines.slice(0, Math.max(0, shownRejected - rejected.length))) {
      rejected.push({ line: linesBefore === null ? null : linesBefore + line, reason, text });
    }
    release();
    if (seen >= looked && isRecording(plan)) break;
  }
  const tally = reading.tally();
  return {
    rows: tally.rows,
    rejectedLines: tally.rejectedLines,
    repeatedTimes: seen - times.size,
    outOfOrder: tally.outOfOrder,
    first: tally.firstTime,
    last: tally.lastTime,
    rejected,
    columns: [...tally.columns],
    ...(tally.series ? { series: [...tally.series] } : {}),
  };
}

function freeBytes(folder: string | undefined): ImportEstimate["freeBytes"] {
  if (folder === undefined) return null;
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null; // a network share may not tell
  }
}
