import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "#shared/domain/frame.ts";
import { quantile } from "../../../main/analysis/signal/quantile.ts";
import { symmetricEigen } from "../../../main/analysis/signal/symmetric-eigen.ts";

/** Simulations of the Tennessee Eastman process (Downs & Vogel, Comput. Chem. Eng. 17 (1993) 245–255): 52 tags every 3 min. */
export interface TepData {
  /** Normal operation to learn from, and other normal operation to set the limit by. */
  readonly normal: Frame;
  readonly normalTest: Frame;
  /** One run per fault, by the name of its file (`d01`). */
  readonly faults: readonly { readonly name: string; readonly frame: Frame }[];
}

const intervalMs = 180_000;
/** The fault of a test run begins with this row (Chiang, Russell & Braatz, Fault Detection and Diagnosis in Industrial Systems, 2001). */
export const faultFrom = 160;
const falseAlarms = 0.01;

export function tepData(folder: string): TepData {
  const frame = (name: string) => tepFrame(join(folder, `${name}.dat`));
  const names = readdirSync(folder)
    .map((file) => /^(d\d\d)_te\.dat$/.exec(file)?.[1])
    .filter((name): name is string => name !== undefined && name !== "d00")
    .sort();
  return { normal: frame("d00"), normalTest: frame("d00_te"), faults: names.map((name) => ({ name, frame: frame(`${name}_te`) })) };
}

function tepFrame(path: string): Frame {
  let table = readFileSync(path, "utf8")
    .trim()
    .split(/\r?\n/)
    .map((line) => Float64Array.from(line.trim().split(/\s+/), Number));
  // The first file was published with tags as lines.
  if (table.length === 52 && table[0]!.length !== 52) table = Array.from(table[0]!, (_, i) => Float64Array.from(table, (line) => line[i]!));
  return {
    time: Float64Array.from(table, (_, i) => i * intervalMs),
    columns: Array.from(table[0]!, (_, j) => ({
      tag: j < 41 ? `XMEAS_${j + 1}` : `XMV_${j - 40}`,
      unit: "",
      values: Float64Array.from(table, (row) => row[j]!),
    })),
  };
}

/**
 * Share of faulty rows that stay below the limit, per fault; the limit is where one in a hundred rows of the other normal run is above.
 * @param score one value per row, growing with abnormality; NaN is no alarm.
 */
export function missedDetection({ normalTest, faults }: TepData, score: (frame: Frame) => Float64Array): Record<string, number> {
  const limit = quantile(
    score(normalTest).filter((s) => !Number.isNaN(s)),
    1 - falseAlarms,
  );
  return Object.fromEntries(
    faults.map(({ name, frame }) => {
      const after = score(frame).subarray(faultFrom);
      return [name, after.filter((s) => !(s > limit)).length / after.length];
    }),
  );
}

const textbookComponents = 11; // of parallel analysis on these data: Chiang, Russell & Braatz 2001

/** T² and SPE of plain rows as the textbook has them: standardised tags, eleven principal components. */
export function textbookPca(normal: Frame): Record<"t2" | "spe", (frame: Frame) => Float64Array> {
  const size = normal.columns.length;
  const rows = normal.time.length;
  const mean = normal.columns.map(({ values }) => values.reduce((sum, v) => sum + v, 0) / rows);
  const scale = normal.columns.map(({ values }, j) => Math.sqrt(values.reduce((sum, v) => sum + (v - mean[j]!) ** 2, 0) / (rows - 1)));
  const standard = (frame: Frame, row: number) => frame.columns.map(({ values }, j) => (values[row]! - mean[j]!) / scale[j]!);
  const correlation = new Float64Array(size * size);
  for (let i = 0; i < rows; i++) {
    const z = standard(normal, i);
    for (let a = 0; a < size; a++) for (let b = 0; b < size; b++) correlation[a * size + b]! += (z[a]! * z[b]!) / (rows - 1);
  }
  const { values, vectors } = symmetricEigen(correlation, size);
  const along = (z: readonly number[], c: number) => z.reduce((sum, x, j) => sum + x * vectors[c * size + j]!, 0);
  const each = (statistic: (z: number[]) => number) => (frame: Frame) =>
    Float64Array.from(frame.time, (_, i) => statistic(standard(frame, i)));
  const sum = (from: number, to: number, term: (c: number) => number) =>
    Array.from({ length: to - from }, (_, k) => term(from + k)).reduce((a, b) => a + b, 0);
  return {
    t2: each((z) => sum(0, textbookComponents, (c) => along(z, c) ** 2 / values[c]!)),
    spe: each((z) => sum(textbookComponents, size, (c) => along(z, c) ** 2)),
  };
}
