import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "#shared/domain/frame.ts";

/** One file of the Numenta Anomaly Benchmark (Ahmad, Lavin, Purdy & Agha, Neurocomputing 262 (2017) 134–147). */
export interface NabFile {
  readonly name: string;
  readonly frame: Frame;
  /** Rows that are never scored, and that a detector may learn from. */
  readonly probation: number;
  /** First and last row of every labelled window, both inside. */
  readonly windows: readonly { readonly from: number; readonly to: number }[];
}

/** The files that `windows.json` labels and that are there. */
export function nabFiles(folder: string): NabFile[] {
  const labelled: Record<string, [string, string][]> = JSON.parse(readFileSync(join(folder, "windows.json"), "utf8"));
  return Object.entries(labelled)
    .map(([name, spans]) => ({ name, spans, path: join(folder, "data", name) }))
    .filter(({ path }) => existsSync(path))
    .map(({ name, spans, path }) => {
      const cells = readFileSync(path, "utf8")
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(","));
      const time = Float64Array.from(cells, ([at]) => utc(at!));
      return {
        name,
        frame: { time, columns: [{ tag: "value", unit: "", values: Float64Array.from(cells, (row) => Number(row[1])) }] },
        probation: Math.min(Math.floor(0.15 * time.length), 750),
        windows: spans.map(([from, to]) => ({
          from: time.findIndex((t) => t >= utc(from)),
          to: time.findLastIndex((t) => t <= utc(to)),
        })),
      };
    });
}

const utc = (text: string): number => Date.parse(`${text.replace(" ", "T").slice(0, 19)}Z`);

// The standard profile: what a window found, a false alarm and a window missed weigh.
const found = 1;
const falseAlarm = 0.11;
const missed = 1;

const sigmoid = (y: number): number => 2 / (1 + Math.exp(5 * y)) - 1;

/** Points of a file's detections: a window counts by its first detection, the earlier the more; all others cost. @param detections rows, ascending. */
export function nabPoints({ windows, probation }: NabFile, detections: readonly number[]): number {
  let points = 0;
  const hit = new Set<number>();
  for (const row of detections) {
    if (row < probation) continue;
    const inside = windows.findIndex(({ from, to }) => row >= from && row <= to);
    if (inside >= 0) {
      if (hit.has(inside)) continue;
      hit.add(inside);
      const { from, to } = windows[inside]!;
      points += (found * sigmoid(-(to - row + 1) / (to - from + 1))) / sigmoid(-1);
      continue;
    }
    const before = windows.findLast(({ to }) => to < row);
    const y = before ? (row - before.to) / Math.max(1, before.to - before.from) : Number.POSITIVE_INFINITY;
    points += falseAlarm * (y > 3 ? -1 : sigmoid(y));
  }
  return points - missed * (windows.length - hit.size);
}

/** Score of the corpus, 100 for every window found at its first row and nothing else, 0 for a detector that never speaks. */
export function nabScore(files: readonly NabFile[], detections: (file: NabFile) => readonly number[]): number {
  const windows = files.reduce((sum, file) => sum + file.windows.length, 0);
  const points = files.reduce((sum, file) => sum + nabPoints(file, detections(file)), 0);
  return (100 * (points + missed * windows)) / (windows * (found + missed));
}
