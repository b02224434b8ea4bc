import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import { quietRun } from "#shared/domain/run.ts";
import { fitEfficiency } from "../../main/analysis/efficiency/fit-efficiency.ts";
import { proposeKpis } from "../../main/analysis/efficiency/propose-kpis.ts";
import { rateEfficiency } from "../../main/analysis/efficiency/rate-efficiency.ts";
import { boost } from "../../main/analysis/models/boosted-trees-boost.ts";
import { predictForest } from "../../main/analysis/models/boosted-trees-predict.ts";
import { median } from "../../main/analysis/signal/median.ts";
import { random } from "../../main/analysis/signal/random.ts";
import { judgeEfficiency } from "../../main/sample/judge.ts";
import { threeMonths } from "../../main/sample/sample-plan.ts";
import { simulate } from "../../main/sample/simulate.ts";
import { runPython } from "./peers/python.ts";
import { coverage } from "./protocols/coverage.ts";
import { daysOfAdvice } from "./protocols/days-of-advice.ts";
import { eemeter, nmecr } from "./protocols/energy-meters.ts";
import { errorOn, folds5x2, publishedSplits, type Split } from "./protocols/power-plant.ts";
import { expectedOnStretch, type SteelPlant, steelMatrix, steelPlant } from "./protocols/steel-plant.ts";

interface BenchWish {
  /** Folder laid out like the reference data; undefined where there is none. */
  readonly dataDir?: string | undefined;
  /** `ccpp` (or its parts `folds5x2`, `splits20`), `trees`, `coverage`, `eemeter`, `nmecr`, `steel`, `sample` or `advice`; all of them where it is missing. */
  readonly only?: string | undefined;
}

/** Figures of the efficiency analysis, everything with default settings. */
export function run({ dataDir, only }: BenchWish) {
  const wanted = (...names: string[]) => only === undefined || names.includes(only);
  const figures: Record<string, unknown> = {};
  const ccpp: Record<string, unknown> = {};
  if (wanted("ccpp", "folds5x2")) ccpp.folds5x2 = ofSplits(dataDir && folds5x2(dataDir));
  if (wanted("ccpp", "splits20")) ccpp.splits20 = ofSplits(dataDir && publishedSplits(dataDir));
  if (Object.keys(ccpp).length > 0) figures.ccpp = ccpp;
  if (wanted("trees")) figures.trees = trees();
  if (wanted("coverage")) figures.coverage = coverage(simulated, 1);
  if (wanted("eemeter"))
    figures.eemeter = (dataDir && eemeter(dataDir)) || { skipped: "the data folder has no sample meters of OpenEEmeter" };
  if (wanted("nmecr")) figures.nmecr = (dataDir && nmecr(dataDir)) || { skipped: "the data folder has no building of nmecr" };
  if (wanted("steel")) figures.steel = (dataDir && steel(dataDir)) || { skipped: "the data folder has no steel plant" };
  if (wanted("sample")) figures.sampleLoss = sampleLoss();
  if (wanted("advice")) figures.advice = advice();
  return figures;
}

function ofSplits(splits: Split[] | undefined | "") {
  if (!splits) return { skipped: "the data folder has no power plant data" };
  const began = performance.now();
  const results = splits.map((split, k) => {
    const result = errorOn(split);
    console.error(`split ${k + 1} of ${splits.length}: ${result.rmse.toFixed(3)} MW by ${result.familyId}`);
    return result.rmse;
  });
  const mean = results.reduce((a, b) => a + b, 0) / results.length;
  const deviation = Math.sqrt(results.reduce((a, r) => a + (r - mean) ** 2, 0) / (results.length - 1));
  return { rmse: mean, se: deviation / Math.sqrt(results.length), seconds: (performance.now() - began) / 1000 };
}

const simulated = 1000;
const turns = 3;
// With as many threads as it likes, and with one: on a busy machine its threads wait for each other. The quicker one counts.
const peerThreads = [0, 1];

/** Trees as scikit-learn's are by default, on the same rows, in turns: 100 rounds, 320 000 rows to learn from, 80 000 to predict. */
function trees() {
  const [rows, inputs, rounds] = [400_000, 20, 100];
  const { columns, target } = additive(rows, inputs);
  const cut = (rows * 4) / 5;
  const learned = columns.map((c) => c.subarray(0, cut));
  const unseen = columns.map((c) => c.subarray(cut));
  const folder = mkdtempSync(join(tmpdir(), "onepercent-bench-"));
  try {
    const matrix = new Float32Array(rows * inputs);
    columns.forEach((column, j) => {
      for (let i = 0; i < rows; i++) matrix[i * inputs + j] = column[i]!;
    });
    const [x, y] = [join(folder, "X.f32"), join(folder, "y.f32")];
    writeFileSync(x, matrix);
    writeFileSync(y, Float32Array.from(target));
    const settings = { rounds, learningRate: 0.1, leaves: 31, leafRows: 20, shrinkage: 0, rowShare: 1 };
    const ours = { fit: [] as number[], predict: [] as number[], rmse: 0 };
    const theirs = peerThreads.map((threads) => ({ threads, fit: [] as number[], predict: [] as number[], rmse: 0, peer: "" }));
    for (let turn = 0; turn < turns; turn++) {
      const start = performance.now();
      const { forest } = boost(learned, target.subarray(0, cut), settings, quietRun());
      const fitted = performance.now();
      const expected = predictForest(forest, unseen, rows - cut);
      ours.fit.push((fitted - start) / 1000);
      ours.predict.push((performance.now() - fitted) / 1000);
      ours.rmse = Math.sqrt(expected.reduce((sum, e, i) => sum + (e - target[cut + i]!) ** 2, 0) / expected.length);
      for (const their of theirs) {
        const script = join(import.meta.dirname, "peers", "trees.py");
        const said = runPython(["numpy", "sklearn"], script, [x, y, `${rows}`, `${inputs}`, `${rounds}`, `${their.threads}`]);
        if (typeof said === "string") {
          return { fitSeconds: ours.fit[0], predictSeconds: ours.predict[0], rmse: ours.rmse, skipped: `${said}: no ratios` };
        }
        const { fit, predict, rmse, peer } = said as { fit: number; predict: number; rmse: number; peer: string };
        their.fit.push(fit);
        their.predict.push(predict);
        Object.assign(their, { rmse, peer });
      }
    }
    const middle = (seconds: number[]) => median(Float64Array.from(seconds));
    const [fit, predict] = [Math.min(...theirs.map((t) => middle(t.fit))), Math.min(...theirs.map((t) => middle(t.predict)))];
    return {
      fitRatio: middle(ours.fit) / fit,
      rmseRatio: ours.rmse / theirs[0]!.rmse,
      predictRatio: middle(ours.predict) / predict,
      fitSeconds: middle(ours.fit),
      predictSeconds: middle(ours.predict),
      peerFitSeconds: fit,
      peerPredictSeconds: predict,
      peer: theirs[0]!.peer,
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Twenty normal inputs; a target that is a sum of bends and slopes of them, with noise. */
function additive(rows: number, inputs: number): { columns: Float64Array[]; target: Float64Array } {
  const chance = random(7);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  // As the file for the peer has them.
  const columns = Array.from({ length: inputs }, () => Float64Array.from({ length: rows }, () => Math.fround(normal())));
  const bends = [(v: number) => Math.sin(2 * v), (v: number) => v * v * 0.5, Math.abs, (v: number) => Math.tanh(2 * v)];
  const target = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0.5 * normal();
    for (let j = 0; j < inputs; j++) sum += bends[j] ? bends[j]!(columns[j]![i]!) : 0.1 * (j % 3) * columns[j]![i]!;
    target[i] = Math.fround(sum);
  }
  return { columns, target };
}

/** The sample plant with three seeds: the first KPI proposed, learned on the fault-free reference, rated on all that comes after. */
function sampleLoss() {
  return [1, 2, 3].map((seed) => {
    const { frame, truth } = simulate({ ...threeMonths, seed });
    const tags = frame.columns.map(({ tag, unit, values }) => ({
      name: tag,
      unit,
      max: values.reduce((a, b) => (b > a ? b : a), -Infinity),
    }));
    const { kpi } = proposeKpis("sample", tags)[0]!;
    const began = performance.now();
    const baseline = BaselinePeriod.parse({ ranges: [truth.reference] });
    const { fitted, findings } = fitEfficiency({ frame, kpi, baseline }, quietRun(1));
    if (!fitted) throw new Error(findings.map((f) => f.message).join(" "));
    const reporting = ReportingPeriod.parse({ ranges: [{ from: truth.reference.to, to: frame.time.at(-1)! + 1 }] });
    const { daily, totals } = rateEfficiency({ saved: fitted.saved, frame, reporting }, quietRun(1));
    const seconds = (performance.now() - began) / 1000;
    const losses = [...daily.time].map((t, k) => ({ day: new Date(t).toISOString().slice(0, 10), percent: daily.lossPercent[k]! }));
    const whole = judgeEfficiency(truth, losses);
    const fouling = truth.faults.find((fault) => fault.kind === "fouling")!;
    const fouled = losses.filter(({ day }) => Date.parse(day) >= fouling.from && Date.parse(day) < fouling.to);
    const { low, high } = totals.lossPercentInterval;
    return {
      seed,
      trueLossPercent: whole.trueLossPercent,
      foundLossPercent: whole.foundLossPercent,
      ratio: whole.ratio,
      foulingRatio: judgeEfficiency(truth, fouled).ratio,
      intervalHoldsTruth: low <= whole.trueLossPercent && whole.trueLossPercent <= high ? 1 : 0,
      lowPercent: low,
      highPercent: high,
      errorPercent: 100 * fitted.card.error.cvRmse,
      seconds,
    };
  });
}

/** A year cut into five stretches of time, each expected by what was learned on the others; the peer on the same rows. */
function steel(dataDir: string) {
  const plant = steelPlant(dataDir);
  if (!plant) return undefined;
  const began = performance.now();
  const ours = plant.folds.map((fold, k) => {
    const result = expectedOnStretch(plant, fold);
    console.error(`stretch ${k + 1} of ${plant.folds.length}: ${result.card.familyId}`);
    return result;
  });
  const seconds = (performance.now() - began) / 1000;
  const measured = plant.frame.columns.at(-1)!.values;
  const rows = plant.folds.flatMap(({ test }) => [...test]);
  const expected = ours.flatMap((one) => [...one.expected]);
  // Rows of which the product expects nothing are left out of both.
  const answered = rows.map((_, i) => i).filter((i) => !Number.isNaN(expected[i]!));
  const rmse = (of: ArrayLike<number>): number =>
    Math.sqrt(answered.reduce((sum, i) => sum + (of[i]! - measured[rows[i]!]!) ** 2, 0) / answered.length);
  const mean = answered.reduce((sum, i) => sum + measured[rows[i]!]!, 0) / answered.length;
  const bias = answered.reduce((sum, i) => sum + measured[rows[i]!]! - expected[i]!, 0) / answered.length;
  const peers = steelPeers(plant, rows.length);
  const our = rmse(expected);
  return {
    rmse: our,
    cvRmsePercent: (100 * our) / mean,
    nmbePercent: (100 * bias) / mean,
    refusedRows: rows.length - answered.length,
    outsidePercent: (100 * ours.reduce((sum, { outside }) => sum + outside, 0)) / ours.length,
    stretchesWithDrift: ours.filter(({ card }) => card.findings.some((f) => f.code === "efficiency.drift")).length,
    seconds,
    ...(typeof peers === "string"
      ? { skipped: `${peers}: no ratios` }
      : {
          hgbRmse: rmse(peers.usual),
          hgbTunedRmse: rmse(peers.strong),
          rmseRatio: our / rmse(peers.usual),
          rmseRatioTuned: our / rmse(peers.strong),
          peer: peers.peer,
        }),
  };
}

function steelPeers(plant: SteelPlant, tested: number): { usual: Float64Array; strong: Float64Array; peer: string } | string {
  const folder = mkdtempSync(join(tmpdir(), "onepercent-bench-"));
  try {
    const [data, folds, out] = ["XY.f32", "folds.json", "out.f64"].map((name) => join(folder, name)) as [string, string, string];
    writeFileSync(data, steelMatrix(plant));
    const stretch = (of: Int32Array): [number, number][] => {
      const parts: [number, number][] = [];
      for (const row of of) {
        const last = parts.at(-1);
        if (last && last[1] === row) last[1] = row + 1;
        else parts.push([row, row + 1]);
      }
      return parts;
    };
    writeFileSync(folds, JSON.stringify(plant.folds.map(({ train, test }) => ({ train: stretch(train), test: stretch(test)[0] }))));
    const script = join(import.meta.dirname, "peers", "stretches.py");
    const size = [plant.frame.time.length, plant.frame.columns.length].map(String);
    const said = runPython(["numpy", "sklearn"], script, [data, ...size, folds, out]);
    if (typeof said === "string") return said;
    const bytes = readFileSync(out);
    const all = new Float64Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    return { usual: all.subarray(0, tested), strong: all.subarray(tested), peer: (said as { peer: string }).peer };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Four sample plants whose crews follow the advice for two weeks: what was promised, and what came. */
function advice() {
  const days = [1, 2, 3, 4].flatMap(daysOfAdvice);
  const mean = (of: (day: (typeof days)[number]) => number): number => days.reduce((sum, day) => sum + of(day), 0) / days.length;
  const promised = mean((day) => day.promised);
  const came = mean((day) => day.came);
  const inside = days.filter(({ low, high, came: is }) => low <= is && is <= high).length;
  return {
    days: days.length,
    promisedPercent: promised,
    camePercent: came,
    cameToPromised: came / promised,
    insidePercent: (100 * inside) / days.length,
  };
}
