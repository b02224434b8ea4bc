import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { quietRun } from "#shared/domain/run.ts";
import { fitEfficiency } from "../../../main/analysis/efficiency/fit-efficiency.ts";
import { rateEfficiency } from "../../../main/analysis/efficiency/rate-efficiency.ts";
import { sheetNumbers } from "./sheet-numbers.ts";

/** Ambient temperature, exhaust vacuum, ambient pressure, relative humidity; net output. */
const columns = [
  ["AT", "degC"],
  ["V", "cmHg"],
  ["AP", "mbar"],
  ["RH", "%"],
  ["PE", "MW"],
] as const;
const hour = 3_600_000;
const kpi: KpiDefinition = {
  id: "output",
  assetId: "power-plant",
  name: "Output",
  formula: "PE",
  unit: "MW",
  better: "higher",
  validWhen: null,
  throughput: null,
  relevantVariables: ["AT", "V", "AP", "RH"],
  controllableTags: [],
  resolutionMs: hour,
};

export interface Split {
  readonly train: readonly number[][];
  readonly test: readonly number[][];
}

/** Five shuffles of the rows, each halved and both halves used once for either purpose (Tüfekci, IJEPES 60 (2014) 126). */
export function folds5x2(folder: string): Split[] | undefined {
  const path = join(folder, "ccpp", "Folds5x2_pp.xlsx");
  if (!existsSync(path)) return undefined;
  return [1, 2, 3, 4, 5].flatMap((sheet) => {
    const rows = sheetNumbers(path, sheet).filter((row) => row.length === columns.length && row.every(Number.isFinite));
    const half = rows.length / 2;
    const [first, second] = [rows.slice(0, half), rows.slice(half)];
    return [
      { train: first, test: second },
      { train: second, test: first },
    ];
  });
}

/** The published random splits, nine tenths to learn from (Hernández-Lobato, Adams, ICML 2015; indices of Gal, Ghahramani, ICML 2016). */
export function publishedSplits(folder: string): Split[] | undefined {
  const data = join(folder, "uci_splits", "power-plant");
  if (!existsSync(join(data, "data.txt"))) return undefined;
  const numbers = (name: string) => readFileSync(join(data, name), "utf8").trim().split(/\s+/).map(Number);
  const rows = readFileSync(join(data, "data.txt"), "utf8")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const count = readdirSync(data).filter((name) => /^index_test_\d+\.txt$/.test(name)).length;
  return Array.from({ length: count }, (_, k) => ({
    train: numbers(`index_train_${k}.txt`).map((i) => rows[i]!),
    test: numbers(`index_test_${k}.txt`).map((i) => rows[i]!),
  }));
}

/** Root mean square error, MW, of the product on a split: the KPI fitted on its training rows with default settings. */
export function errorOn({ train, test }: Split): { rmse: number; familyId: string } {
  const frame = frameOf([...train, ...test]);
  const cut = train.length * hour;
  const baseline = BaselinePeriod.parse({ ranges: [{ from: 0, to: cut }] });
  const reporting = ReportingPeriod.parse({ ranges: [{ from: cut, to: (train.length + test.length) * hour }] });
  const { fitted, findings } = fitEfficiency({ frame, kpi, baseline }, quietRun(1));
  if (!fitted) throw new Error(findings.map((f) => f.message).join(" "));
  const { steps } = rateEfficiency({ saved: fitted.saved, frame, reporting }, quietRun(1));
  const squares = steps.expected.reduce((sum, e, i) => sum + (e - test[i]![4]!) ** 2, 0);
  return { rmse: Math.sqrt(squares / test.length), familyId: fitted.card.familyId };
}

/** The rows have no time; they get one, an hour apart. */
const frameOf = (rows: readonly number[][]): Frame => ({
  time: Float64Array.from(rows, (_, i) => i * hour),
  columns: columns.map(([tag, unit], j) => ({ tag, unit, values: Float64Array.from(rows, (row) => row[j]!) })),
});
