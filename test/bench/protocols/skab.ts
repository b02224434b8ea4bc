import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Frame } from "#shared/domain/frame.ts";

/** One run of the water loop: 8 sensors at 1 Hz and, per row, whether it lies inside a fault. */
export interface SkabRun {
  readonly name: string;
  readonly frame: Frame;
  readonly faulty: Uint8Array;
}

/** Rows 0 … 399 of every file train, the others test: the protocol of the benchmark's leaderboard (SKAB, Katser & Kozitsin 2020). */
export const trainingRows = 400;

/** The runs of each folder below DIR/skab but `anomaly-free`, in the order of their numbers. */
export function skabRuns(folder: string): SkabRun[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "anomaly-free")
    .map((entry) => entry.name)
    .sort()
    .flatMap((group) =>
      readdirSync(join(folder, group))
        .filter((name) => name.endsWith(".csv"))
        .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
        .map((name) => skabRun(join(folder, group, name), `${group}/${basename(name, ".csv")}`)),
    );
}

function skabRun(path: string, name: string): SkabRun {
  const [header, ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = header!.split(";");
  const cells = lines.map((line) => line.split(";"));
  const numbers = (column: number) => Float64Array.from(cells, (row) => (row[column] ? Number(row[column]) : Number.NaN));
  const sensors = names.map((tag, column) => ({ tag, column })).filter(({ tag }) => !["datetime", "anomaly", "changepoint"].includes(tag));
  return {
    name,
    frame: {
      time: Float64Array.from(cells, (row) => Date.parse(`${row[0]!.replace(" ", "T")}Z`)),
      columns: sensors.map(({ tag, column }) => ({ tag, unit: "", values: numbers(column) })),
    },
    faulty: Uint8Array.from(numbers(names.indexOf("anomaly")), (v) => (v > 0 ? 1 : 0)),
  };
}

/** Detection pooled over all test rows of all runs: F1 as a share, FAR and MAR in percent. */
export interface SkabFigures {
  readonly f1: number;
  readonly far: number;
  readonly mar: number;
  readonly runs: number;
}

/** @param predict one flag per row of a run, from the run's own training rows. */
export function judgeSkab(runs: readonly SkabRun[], predict: (run: SkabRun) => Uint8Array): SkabFigures {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let tn = 0;
  for (const run of runs) {
    const flags = predict(run);
    for (let i = trainingRows; i < run.faulty.length; i++) {
      if (run.faulty[i] === 1) flags[i] === 1 ? tp++ : fn++;
      else flags[i] === 1 ? fp++ : tn++;
    }
  }
  return { f1: tp / (tp + (fp + fn) / 2), far: (100 * fp) / (fp + tn), mar: (100 * fn) / (fn + tp), runs: runs.length };
}
