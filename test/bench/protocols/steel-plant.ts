import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { quietRun } from "#shared/domain/run.ts";
import { fitEfficiency } from "../../../main/analysis/efficiency/fit-efficiency.ts";
import { blockFolds, type Fold } from "../../../main/analysis/efficiency/folds.ts";
import { rateEfficiency } from "../../../main/analysis/efficiency/rate-efficiency.ts";

const quarter = 900_000;
const start = Date.UTC(2018, 0, 1);
const target = "Usage_kWh";
// tCO2 is the target times a factor, rounded: it would tell the answer.
const inputs = [
  "Lagging_Current_Reactive_Power_kVarh",
  "Leading_Current_Reactive_Power_kVarh",
  "Lagging_Current_Power_Factor",
  "Leading_Current_Power_Factor",
  "NSM",
  "WeekStatus",
  "Day_of_week",
  "Load_Type",
];
const kpi: KpiDefinition = {
  id: "usage",
  assetId: "steel-plant",
  name: "Energy of a quarter hour",
  formula: target,
  unit: "kWh",
  better: "lower",
  validWhen: null,
  throughput: null,
  relevantVariables: inputs,
  controllableTags: [],
  resolutionMs: quarter,
};
const blocks = 5;

export interface SteelPlant {
  readonly frame: Frame;
  /** [blocks] rows to learn from and rows to expect, a day kept clear between them. */
  readonly folds: readonly Fold[];
}

/** A steel plant's year of quarter hours (Sathishkumar, Shin, Cho, Building Research & Information 49 (2021) 30), cut into five stretches of time. */
export function steelPlant(folder: string): SteelPlant | undefined {
  const path = join(folder, "steel", "Steel_industry_data.csv");
  if (!existsSync(path)) return undefined;
  const [head, ...lines] = readFileSync(path, "utf8")
    .replace(/^\uFEFF/, "")
    .trim()
    .split(/\r?\n/);
  const names = head!.split(",");
  const cells = lines.map((line) => line.split(","));
  const columns = [...inputs, target].map((tag) => {
    const texts = cells.map((row) => row[names.indexOf(tag)]!);
    const words = [...new Set(texts)].sort();
    const isText = texts.some((text) => Number.isNaN(Number(text)));
    return {
      tag,
      unit: tag === target ? "kWh" : "",
      values: Float64Array.from(texts, (text) => (isText ? words.indexOf(text) : Number(text))),
    };
  });
  // Midnight carries the date that it ends, so the rows are counted and not dated.
  const time = Float64Array.from(lines, (_, i) => start + i * quarter);
  return { frame: { time, columns }, folds: blockFolds(time, blocks, true) };
}

/** Inputs and target row by row, the target last, as the peer reads them. */
export const steelMatrix = ({ frame }: SteelPlant): Float32Array => {
  const width = frame.columns.length;
  const matrix = new Float32Array(frame.time.length * width);
  for (const [j, { values }] of frame.columns.entries()) for (const [i, v] of values.entries()) matrix[i * width + j] = v;
  return matrix;
};

/** The product on one stretch: the KPI fitted on the others with default settings. */
export function expectedOnStretch({ frame }: SteelPlant, { train, test }: Fold) {
  const at = (row: number): number => frame.time[row]!;
  const ranges: { from: number; to: number }[] = [];
  for (const row of train) {
    const last = ranges.at(-1);
    if (last && last.to === at(row)) last.to = at(row) + quarter;
    else ranges.push({ from: at(row), to: at(row) + quarter });
  }
  const reporting = ReportingPeriod.parse({ ranges: [{ from: at(test[0]!), to: at(test.at(-1)!) + quarter }] });
  const { fitted, findings } = fitEfficiency({ frame, kpi, baseline: BaselinePeriod.parse({ ranges }) }, quietRun(1));
  if (!fitted) throw new Error(findings.map((f) => f.message).join(" "));
  const { steps, totals } = rateEfficiency({ saved: fitted.saved, frame, reporting }, quietRun(1));
  return { expected: steps.expected, outside: totals.extrapolatedShare, card: fitted.card };
}
