import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Frame } from "#shared/domain/frame.ts";
import { defaultAlertBudget, recommendedFamily } from "#shared/domain/health.ts";
import { quietRun } from "#shared/domain/run.ts";
import { findIntervals } from "../../main/analysis/episodes/intervals.ts";
import { logOdds } from "../../main/analysis/episodes/log-odds.ts";
import { findEpisodes } from "../../main/analysis/health/episodes.ts";
import { scoreHealth } from "../../main/analysis/health/score.ts";
import { trainHealth } from "../../main/analysis/health/train.ts";
import type { FitRun } from "../../main/analysis/models/family.ts";
import { isolationForest } from "../../main/analysis/models/isolation-forest.ts";
import { anomalyFamilies, familyById } from "../../main/analysis/models/registry.ts";
import { similarityExpectation } from "../../main/analysis/models/similarity-expectation.ts";
import { random } from "../../main/analysis/signal/random.ts";
import { tensorBackend } from "../../main/compute/backend.ts";
import { judgeDetection } from "../../main/sample/judge.ts";
import { threeMonths } from "../../main/sample/sample-plan.ts";
import { simulate } from "../../main/sample/simulate.ts";
import { healthMemory } from "./health-memory.ts";
import { healthPeers } from "./peers/health.ts";
import { type NabFile, nabFiles, nabScore } from "./protocols/nab.ts";
import { judgeSkab, type SkabRun, skabRuns, trainingRows } from "./protocols/skab.ts";
import { missedDetection, tepData, textbookPca } from "./protocols/tep.ts";
import { verdictsThatChangeARun } from "./protocols/verdicts.ts";
import { tensorFigures } from "./tensor-figures.ts";

interface BenchWish {
  /** Folder laid out like the reference data; undefined where there is none. */
  readonly dataDir?: string | undefined;
  /** `skab`, `tep`, `nab`, `sample`, `verdicts`, `speed`, `tensors` or `memory`; all of them where it is missing. */
  readonly only?: string | undefined;
}

/** Families by their name in the figures. */
const named = [{ name: recommendedFamily, id: recommendedFamily }, ...anomalyFamilies.map(({ id }) => ({ name: camel(id), id }))];

/** Learn for seconds to minutes on a log of some size: left out where a part trains on many such logs. */
const isNetwork = ({ id }: { id: string }) => familyById(id).work !== undefined;
const quick = anomalyFamilies.filter((family) => !isNetwork(family));

const { tf } = await tensorBackend();
const trainingRun: FitRun = { ...quietRun(), tensors: tf };

/** Figures of the health analysis, every model with default settings and the default budget. */
export function run({ dataDir, only }: BenchWish) {
  const wanted = (part: string) => only === undefined || only === part;
  const figures: Record<string, unknown> = {};
  if (wanted("skab")) Object.assign(figures, skab(dataDir));
  if (wanted("tep")) figures.tep = tep(dataDir);
  if (wanted("nab")) figures.nab = nab(dataDir);
  if (wanted("sample")) figures.sample = sample();
  if (wanted("verdicts")) figures.verdicts = [1, 2, 3].map(verdictsThatChangeARun);
  if (wanted("speed")) figures.speed = speed();
  if (wanted("tensors")) figures.tensors = tensorFigures();
  if (wanted("memory")) figures.memory = healthMemory();
  return figures;
}

function skab(dataDir: string | undefined) {
  const folder = dataDir && join(dataDir, "skab");
  if (!folder || !existsSync(folder)) return { skab: { skipped: "the data folder has no skab" } };
  const runs = skabRuns(folder);
  const valve1 = runs.filter((r) => r.name.startsWith("valve1/"));
  const found = named.map(({ name, id }) => ({ name, rows: new Map(runs.map((r) => [r, detected(r, id)])) }));
  const judged = (some: readonly SkabRun[]) => {
    const figures = found.map(({ name, rows }) => [name, judgeSkab(some, (r) => rows.get(r)!.flags)] as const);
    const [[, recommended], ...families] = figures as [(typeof figures)[number], ...typeof figures];
    return { recommended, families: Object.fromEntries(families) };
  };
  const chosen = [...found[0]!.rows.values()].map(({ familyId }) => camel(familyId));
  const recommendedTimes = Object.fromEntries([...new Set(chosen)].map((name) => [name, chosen.filter((c) => c === name).length]));
  return { skab: { ...judged(runs), recommendedTimes }, ...(valve1.length > 0 ? { skabValve1: judged(valve1) } : {}) };
}

/** Rows inside of episodes (not what lies between the pieces of one), as the product finds them when the training rows are given as reference period. */
function detected({ frame }: SkabRun, familyId: string): { flags: Uint8Array; familyId: string } {
  const { time } = frame;
  const reference = [{ from: time[0]!, to: time[trainingRows]! }];
  const { trained } = trainHealth({ frame, reference, familyId, params: {}, budget: defaultAlertBudget }, trainingRun);
  if (!trained) throw new Error("A run of the benchmark cannot be trained on.");
  const episodes = findEpisodes({ saved: trained.saved, frame, score: trained.score, limit: trained.limit, reference });
  const pieces = episodes.flatMap((episode) => episode.pieces ?? [episode]);
  const flags = Uint8Array.from(time, (t) => (pieces.some(({ from, to }) => t >= from && t <= to) ? 1 : 0));
  return { flags, familyId: trained.familyId };
}

/** Share of faulty rows missed at one false alarm in a hundred normal rows, per family and fault, beside T² and SPE of the textbook in the same run. */
function tep(dataDir: string | undefined) {
  const folder = dataDir && join(dataDir, "tep");
  if (!folder || !existsSync(folder)) return { skipped: "the data folder has no tep" };
  const data = tepData(folder);
  const reference = [{ from: 0, to: Number.POSITIVE_INFINITY }];
  const families = anomalyFamilies.map(({ id }) => {
    const { trained } = trainHealth({ frame: data.normal, reference, familyId: id, params: {}, budget: defaultAlertBudget }, trainingRun);
    if (!trained) throw new Error("The normal run of the process cannot be trained on.");
    return [camel(id), missedDetection(data, (frame) => scoreHealth(trained.saved, frame, quietRun()).score)] as const;
  });
  const { t2, spe } = textbookPca(data.normal);
  return { ...Object.fromEntries(families), textbookT2: missedDetection(data, t2), textbookSpe: missedDetection(data, spe) };
}

/** The scorer's standard profile: one shift of the limit for all files, the best one, as the protocol has it. */
function nab(dataDir: string | undefined) {
  const folder = dataDir && join(dataDir, "nab");
  if (!folder || !existsSync(folder)) return { skipped: "the data folder has no nab" };
  const files = nabFiles(folder);
  const asked = [
    ...quick.map(({ id }) => ({ name: camel(id), id, params: {} })),
    { name: "controlChartsWithoutShape", id: "control-charts", params: { shape: false } },
  ];
  const figures = asked.map(({ name, id, params }) => {
    const alerts = new Map(files.map((file) => [file, alertsOf(file, id, params)]));
    const scores = limitShifts.map((shift) => nabScore(files, (file) => alerts.get(file)!(shift)));
    const best = Math.max(...scores);
    return [name, { standard: best, limitShift: limitShifts[scores.indexOf(best)]!, atTheLimit: scores[limitShifts.indexOf(0)]! }] as const;
  });
  return { files: files.length, ...Object.fromEntries(figures) };
}

const limitShifts = Array.from({ length: 65 }, (_, k) => (k - 24) / 4); // in log-odds: from a four-hundredth of the odds to twenty thousand times

/** Rows at which alerts begin, learned from the probation; none where there is nothing to learn. */
function alertsOf({ frame, probation }: NabFile, familyId: string, params: Record<string, boolean>): (shift: number) => number[] {
  const { time } = frame;
  const reference = [{ from: time[0]!, to: time[probation]! }];
  const { trained } = trainHealth({ frame, reference, familyId, params, budget: defaultAlertBudget }, quietRun());
  if (!trained) return () => [];
  const odds = trained.score.map((s) => (Number.isNaN(s) ? s : logOdds(s)));
  const { value, onDelayMs, offDelayMs } = trained.limit;
  return (shift) =>
    findIntervals(time, odds, { value: logOdds(value) + shift, onDelayMs, offDelayMs, deadband: 0, gapMs: Number.POSITIVE_INFINITY }).map(
      ({ alert }) => alert,
    );
}

/** The sample plant with three seeds: trained on its fault-free reference, judged on all that comes after. */
function sample() {
  const plants = [1, 2, 3].map((seed) => simulate({ ...threeMonths, seed }));
  return Object.fromEntries(
    named
      .filter(({ id }) => id === recommendedFamily || !isNetwork({ id }))
      .map(({ name, id }) => [
        name,
        plants.map(({ frame, truth }) => {
          const { reference } = truth;
          const { trained } = trainHealth(
            { frame, reference: [reference], familyId: id, params: {}, budget: defaultAlertBudget },
            quietRun(),
          );
          if (!trained) throw new Error("The sample plant cannot be trained on.");
          const episodes = findEpisodes({
            saved: trained.saved,
            frame,
            score: trained.score,
            limit: trained.limit,
            reference: [reference],
          });
          const { perFault, ...verdict } = judgeDetection(truth, episodes, { from: reference.to, to: frame.time.at(-1)! });
          const delays = perFault.map(({ kind, delayHours }) => [kind, delayHours] as const);
          return { seed: truth.seed, ...verdict, budget: defaultAlertBudget.alertsPerWeek, delayHours: Object.fromEntries(delays) };
        }),
      ]),
  );
}

/** Fit and score of 1,000,000 rows of 50 random walks, in seconds, beside the peers on the same rows. */
function speed() {
  const rows = 1_000_000;
  const chance = random(42);
  const columns = Array.from({ length: 50 }, (_, j) => {
    let value = 0;
    const values = Float64Array.from({ length: rows }, () => (value += chance() - 0.5));
    return { tag: `sensor_${j}`, unit: "", values };
  });
  const frame = { time: Float64Array.from({ length: rows }, (_, i) => 1000 * i), columns };
  const ours = (id: string) => {
    const family = familyById(id);
    const runs = [1, 2, 3].map(() => {
      const start = performance.now();
      const answer = family.score(family.fit([frame], family.params.parse({}), quietRun()), frame);
      if (answer.kind !== "anomaly") throw new Error(`${id} gives no score.`);
      return { seconds: (performance.now() - start) / 1000, score: answer.score };
    });
    return runs.sort((a, b) => a.seconds - b.seconds)[1]!;
  };
  const aakr = { seconds: expectationSeconds() };
  const forest = ours("isolation-forest");
  const components = ours("pca");
  const peers = healthPeers(
    columns.map((c) => c.values),
    rows,
  );
  if (typeof peers === "string")
    return { aakr, isolationForest: { seconds: forest.seconds }, pca: { seconds: components.seconds }, skipped: `${peers}: no ratios` };
  return {
    aakr,
    isolationForest: {
      seconds: forest.seconds,
      peerSeconds: peers.isolationForest.seconds,
      ratio: peers.isolationForest.seconds / forest.seconds,
      // Of forests of 3,000 trees: with fewer, two seeds of one and the same program agree less than the bar asks for.
      rankCorrelation: rankCorrelation(manyTrees(frame), peers.isolationForest.many),
      peerRankCorrelationWithItself: peers.isolationForest.withItself,
      rankCorrelation100Trees: rankCorrelation(forest.score, peers.isolationForest.scores),
      peerRankCorrelationWithItself100Trees: peers.isolationForest.withItselfUsual,
      peer: peers.isolationForest.peer,
    },
    pca: {
      seconds: components.seconds,
      peerSeconds: peers.pca.seconds,
      ratio: peers.pca.seconds / components.seconds,
      peer: peers.pca.peer,
    },
  };
}

/** Scores of every hundredth row by a forest of 3,000 trees grown on these rows: what chance does to a forest is gone from them. */
function manyTrees(frame: Frame): Float64Array {
  const some = {
    time: frame.time.filter((_, i) => i % 100 === 0),
    columns: frame.columns.map((c) => ({ ...c, values: c.values.filter((_, i) => i % 100 === 0) })),
  };
  const answer = isolationForest.score(isolationForest.fit([some], { trees: 3000, sample: 256 }, quietRun()), some);
  if (answer.kind !== "anomaly") throw new Error("A forest gives no score.");
  return answer.score;
}

/** What 1,000 remembered states expect of 100,000 rows of 20 tags: the median of three runs. */
function expectationSeconds(): number {
  const chance = random(7);
  const tags = 20;
  const memory = Float64Array.from({ length: 1000 * tags }, () => 2 * chance() - 1);
  const columns = Array.from({ length: tags }, () => Float64Array.from({ length: 100_000 }, () => 2 * chance() - 1));
  const seconds = [1, 2, 3].map(() => {
    const start = performance.now();
    similarityExpectation(memory, 0.25 * Math.sqrt(tags), columns);
    return (performance.now() - start) / 1000;
  });
  return seconds.sort((a, b) => a - b)[1]!;
}

/** Spearman's rank correlation; equal values share the mean of their ranks. */
function rankCorrelation(a: Float64Array, b: Float64Array): number {
  const ra = ranks(a);
  const rb = ranks(b);
  const mean = (a.length - 1) / 2;
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    ab += (ra[i]! - mean) * (rb[i]! - mean);
    aa += (ra[i]! - mean) ** 2;
    bb += (rb[i]! - mean) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

function ranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values.keys()).sort((i, j) => values[i]! - values[j]!);
  const ranked = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to++;
    for (let k = from; k < to; k++) ranked[order[k]!] = (from + to - 1) / 2;
    from = to;
  }
  return ranked;
}

function camel(id: string): string {
  return id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
