import type { ImportEstimate } from "#shared/domain/dry-run.ts";
import { isRecording, type LogPlan } from "#shared/domain/importing.ts";
import type { Looks } from "./dry-run.ts";

// Measured on walks of 3 decimals, 5 to 400 columns, pyramid and manifest included: 4.1 to 4.3 bytes a value. Doubles of full length do not shrink.
const textBytesPerValue = 4.5;
const numberBytesPerValue = 8.5;
// Measured on two cores of 2023 with 50 columns; other logs differ by a factor of two.
const bytesPerMs = 60_000;
// Measured: 0.18 to 0.26 GB for logs in order, 0.58 to 0.69 GB for those that had to be sorted, hardly more for larger files.
const leastMemory = 180e6;
const memoryInOrder = 120e6;
const memoryToSort = 500e6;

interface Input {
  readonly plan: LogPlan;
  /** Of all files. */
  readonly bytes: number;
  readonly looks: Looks;
  /** Rows the files are thought to hold. */
  readonly rows: number;
  readonly files: number;
  readonly freeBytes: number | null;
}

/** What an import will take: rows and bytes from what was seen of the log, times and memory from what was measured on others. */
export function importEstimate({ plan, bytes, looks, rows: thought, files, freeBytes }: Input): ImportEstimate {
  const { head, tail, whole } = looks;
  const seen = head.rows + (tail?.rows ?? 0);
  const rows = whole && files === 1 ? head.rows : looks.bytes > 0 && seen > 0 ? Math.round((bytes / looks.bytes) * seen) : thought;
  const kept = head.series ?? head.columns;
  const values = rows * (kept.filter(({ kind }) => kind === "number").length + 1);
  const diskBytes = Math.round(values * (isRecording(plan) ? numberBytesPerValue : textBytesPerValue));
  const isUnsorted = head.outOfOrder + (tail?.outOfOrder ?? 0) > 0 || (plan.duplicates === "mean" && head.repeatedTimes > 0);
  // Rows that are sorted are written twice before the first writing is removed.
  const diskPeakBytes = isUnsorted ? 2 * diskBytes : diskBytes;
  const working = isUnsorted ? memoryToSort : memoryInOrder;
  return {
    rows,
    ms: Math.round(200 + (bytes / bytesPerMs) * (isUnsorted ? 2 : 1)),
    diskBytes,
    diskPeakBytes,
    freeBytes,
    memoryBytes: Math.round(leastMemory + Math.min(working, 3 * bytes)),
  };
}
