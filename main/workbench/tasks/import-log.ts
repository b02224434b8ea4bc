import { renameSync, rmSync } from "node:fs";
import type { Frame } from "#shared/domain/frame.ts";
import type { LogPlan, RepairReport } from "#shared/domain/importing.ts";
import type { Run } from "#shared/domain/run.ts";
import { checkPlan } from "../../importing/check-plan.ts";
import { type FileSource, openFile } from "../../importing/file-source.ts";
import { DuplicateMerger } from "../../importing/merge-duplicates.ts";
import { Quarantine } from "../../importing/quarantine.ts";
import type { LogReading } from "../../importing/reader.ts";
import { readerOfPlan } from "../../importing/registry.ts";
import { repairReport } from "../../importing/repair-report.ts";
import { sameHeader } from "../../importing/same-header.ts";
import { diskProblem } from "../../store/disk-problem.ts";
import type { SignalColumn } from "../../store/signals/manifest.ts";
import { sortedFrames } from "../../store/signals/sorted-frames.ts";
import { type WrittenSignals, writeSignals } from "../../store/signals/write-signals.ts";

export interface ImportLogInput {
  files: string[];
  plan: LogPlan;
  /** Folder that will hold the samples; made here, committed by the caller. */
  staging: string;
  /** Made only when a line is rejected. */
  quarantineFile: string;
  tempFolder: string;
  threads: number;
}

export interface ImportLogOutput {
  report: RepairReport;
  tags: SignalColumn[];
  /** Of each file, in order: what a person recognises it by, the hash of the file on the disk, the bytes of the log that was read. */
  names: string[];
  sha256: string[];
  bytes: number[];
}

/** Reads the files of one series into staged samples, a quarantine file and a repair report; leaves no staging folder behind when it throws. */
export async function importLog(input: ImportLogInput, run: Run): Promise<ImportLogOutput> {
  const { files, plan, staging, threads } = input;
  const begun = performance.now();
  checkPlan(plan);
  const sources: FileSource[] = [];
  const quarantine = new Quarantine(input.quarantineFile, files);
  try {
    for (const path of files) sources.push(await openFile(path, run));
    for (const other of sources.slice(1)) await sameHeader(sources[0]!, other, plan);
    const reading = readerOfPlan(plan).read(sources, plan, run);
    const merger = new DuplicateMerger(plan.duplicates);
    // Means of means are not means: rows that may yet be sorted are averaged once, at the end.
    const frames = plan.duplicates === "mean" ? framesOf(reading, quarantine) : merger.merge(framesOf(reading, quarantine));
    let written = await writeSignals({ folder: staging, frames, order: "any", threads });
    const tally = reading.tally();
    if (tally.outOfOrder > 0 || (plan.duplicates === "mean" && hasRepeats(written))) {
      written = await sortAgain(input, merger, written.rows, run);
    }
    const { manifest } = written;
    const report = repairReport({
      plan,
      tally: { ...tally, findings: [...sources.flatMap((source) => source.damage), ...tally.findings] },
      kept: {
        ...manifest,
        intervalMs: manifest.intervalMs ?? 0,
        merged: merger.merged,
        stuck: manifest.columns.flatMap(({ tag, stuck }) => (stuck ? [{ tag, ...stuck }] : [])),
      },
      rejected: quarantine.shown,
      elapsedMs: performance.now() - begun,
    });
    const sha256 = await Promise.all(sources.map((s) => s.sha256()));
    return { report, tags: manifest.columns, names: sources.map((s) => s.name), sha256, bytes: sources.map((s) => s.size) };
  } catch (error) {
    throw diskProblem(error, input.tempFolder);
  } finally {
    quarantine.close();
    for (const source of sources) await source.close();
  }
}

async function* framesOf(reading: LogReading, quarantine: Quarantine): AsyncGenerator<Frame> {
  for await (const part of reading.parts()) {
    quarantine.take(part.rejected);
    yield part.frame;
    // The writer copies a frame before it asks for the next one.
    part.release();
  }
}

const hasRepeats = ({ manifest }: WrittenSignals): boolean => manifest.repeatedTimes > 0;

/** Writes the staged rows once more, in order and without repeated times. */
async function sortAgain(
  { staging, tempFolder, threads }: ImportLogInput,
  merger: DuplicateMerger,
  totalRows: number,
  run: Run,
): Promise<WrittenSignals> {
  const sorted = `${staging}-sorted`;
  try {
    const frames = merger.merge(sortedFrames({ folder: staging, threads, tempFolder }));
    const written = await writeSignals({ folder: sorted, frames, run, totalRows, threads });
    rmSync(staging, { recursive: true });
    renameSync(sorted, staging);
    return written;
  } catch (error) {
    rmSync(staging, { recursive: true, force: true });
    throw error;
  }
}
