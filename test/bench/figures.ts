/** A figure with a bar: where it stands in what an area returns, `*` for any one name. */
export interface Figure {
  readonly path: string;
  readonly unit: string;
  /** Where the peer's figure of the same run stands, or its name and published figure. */
  readonly peer?: string;
  /** What must be reached: `least` for figures that grow with quality, `most` for those that fall. */
  readonly least?: number;
  readonly most?: number;
}

/** The figures that are held against a bar. All others are shown as they come. */
export const figures: readonly Figure[] = [
  { path: "import.ratioDuckdb", unit: "x", peer: "DuckDB's own CSV to Parquet = 1", most: 1.5 },
  { path: "import.ratioPandas", unit: "x", peer: "pandas.read_csv = 1" },
  { path: "import.peakMemoryGB", unit: "GB", most: 1.5 },
  { path: "import.growth10x", unit: "x", most: 11 },
  { path: "import.tenMillion.ratioDuckdb", unit: "x", peer: "DuckDB's own CSV to Parquet = 1", most: 1.5 },
  { path: "import.tenMillion.peakMemoryGB", unit: "GB", most: 1.5 },
  { path: "import.tenMillion.ms", unit: "ms", peer: "import.tenMillion.duckdbMs" },
  { path: "import.ms", unit: "ms", peer: "import.duckdbMs" },
  { path: "envelope.medianMs", unit: "ms", most: 50 },
  { path: "envelope.p95Ms", unit: "ms", most: 50 },
  // SKAB's leaderboard: the best F1 published is 0.78, of Conv-AE (far 13.6, mar 28.0) and of MSET (far 39.7, mar 14.1).
  { path: "skab.recommended.f1", unit: "", peer: "Conv-AE 0.78", least: 0.8 },
  { path: "skab.recommended.far", unit: "%", peer: "Conv-AE 13.6", most: 15 },
  { path: "skab.recommended.mar", unit: "%", peer: "Conv-AE 28.0", most: 25 },
  { path: "speed.isolationForest.ratio", unit: "x", peer: "speed.isolationForest.peer", least: 10 },
  { path: "speed.isolationForest.seconds", unit: "s", peer: "speed.isolationForest.peerSeconds" },
  { path: "speed.isolationForest.rankCorrelation", unit: "", peer: "speed.isolationForest.peer", least: 0.98 },
  { path: "speed.pca.ratio", unit: "x", peer: "speed.pca.peer", least: 0.5 },
  { path: "speed.pca.seconds", unit: "s", peer: "speed.pca.peerSeconds" },
  { path: "speed.aakr.seconds", unit: "s", most: 2 },
  { path: "skab.families.autoencoder.f1", unit: "", peer: "Conv-AE 0.78" },
  { path: "skab.families.autoencoder.far", unit: "%", peer: "Conv-AE 13.6" },
  { path: "skab.families.autoencoder.mar", unit: "%", peer: "Conv-AE 28.0" },
  { path: "tensors.autoencoderEpoch.wasm", unit: "s" },
  { path: "tensors.autoencoderEpoch.native", unit: "s", peer: "tensors.autoencoderEpoch.wasm" },
  { path: "tensors.autoencoderEpoch.ratio", unit: "x", peer: "WebAssembly = 1" },
  { path: "tensors.agreement.sameModelScores", unit: "", most: 1e-4 },
  { path: "tensors.agreement.sameModelForwardPass", unit: "", most: 1e-4 },
  // The best of Tüfekci, Int. J. Electrical Power & Energy Systems 60 (2014) 126-140: 3.787 MW.
  { path: "ccpp.folds5x2.rmse", unit: "MW", peer: "Tüfekci 3.787", most: 3.3 },
  { path: "ccpp.splits20.rmse", unit: "MW", peer: "HGB, tuned 3.000", most: 3.0 },
  { path: "trees.fitRatio", unit: "x", peer: "scikit-learn HGB = 1", most: 1.5 },
  { path: "trees.rmseRatio", unit: "x", peer: "scikit-learn HGB = 1", most: 1.01 },
  { path: "trees.predictRatio", unit: "x", peer: "scikit-learn HGB = 1", most: 1.0 },
  { path: "steel.rmseRatio", unit: "x", peer: "scikit-learn HGB = 1", most: 1.0 },
  { path: "steel.rmseRatioTuned", unit: "x", peer: "scikit-learn HGB, tuned = 1" },
  { path: "steel.rmse", unit: "kWh", peer: "steel.hgbRmse" },
  { path: "advice.cameToPromised", unit: "x", least: 0.9, most: 1.1 },
  // Of 56 days with 90 % each, 45 or more lie inside in 99 of 100 tries (binomial).
  { path: "advice.insidePercent", unit: "%", least: 80 },
  { path: "coverage.interval90", unit: "%", least: 88, most: 93 },
  { path: "coverage.provenAtZero", unit: "%", most: 5 },
  // What eemeter 4 expects of itself on its meter il-electricity-cdd-hdd-daily: 1630 within 1 %, 177 within 10 %.
  { path: "eemeter.ramp", unit: "kWh", peer: "eemeter 1630", least: 1613.7, most: 1646.3 },
  { path: "eemeter.modelled", unit: "kWh", peer: "eemeter 177", least: 159.3, most: 194.7 },
  { path: "eemeter.intervalHoldsTruth", unit: "", peer: "the truth is 10 %", least: 1 },
  // What nmecr prints of its own building, a CV(RMSE) over n − slopes degrees of freedom; ours with all parameters stands beside.
  { path: "nmecr.straightLine.r2", unit: "", peer: "nmecr 0.6909", least: 0.69085, most: 0.69095 },
  { path: "nmecr.straightLine.cvRmsePercent", unit: "%", peer: "nmecr 11.44", most: 11.55 },
  { path: "nmecr.fourParameter.cvRmsePercent", unit: "%", peer: "nmecr 10.91", most: 11.02 },
];

/** Unit of a figure without an entry, by the ending of its name. */
export function unitOf(name: string): string {
  for (const [ending, unit] of endings) if (ending.test(name)) return unit;
  return "";
}
const endings: readonly [RegExp, string][] = [
  [/Ms$|^ms$/, "ms"],
  [/Seconds$|^seconds$/, "s"],
  [/GB$/, "GB"],
  [/KB$/, "KB"],
  [/MB$/, "MB"],
  [/Hours$|^delayHours$/, "h"],
  [/^far$|^mar$|Percent$/, "%"],
  [/PerWeek$/, "1/week"],
];
