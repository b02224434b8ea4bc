import { z } from "zod";
import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { boost } from "./boosted-trees-boost.ts";
import { movedByForest } from "./boosted-trees-explain.ts";
import type { Forest } from "./boosted-trees-forest.ts";
import { predictAfter } from "./boosted-trees-predict.ts";
import type { ModelFamily, SavedState } from "./family.ts";
import { type Curves, expectedByCurves, fitCurves, loadCurves, movedByCurves, saveCurves } from "./linear-curves.ts";
import { integersOf, numberOf, numbersOf, textOf, textsOf } from "./saved.ts";
import { sharesOf } from "./shares-of.ts";
import { slices } from "./slices.ts";
import { inputColumns, trainingRows } from "./target.ts";

export const BoostedTreesParams = z.object({
  /** What the trees correct: the mean, or smooth curves of the inputs, which leave them less to do and go on beyond the data. */
  start: z.enum(["curves", "mean"]).default("curves"),
  rounds: z.number().int().min(1).max(5000).default(400),
  learningRate: z.number().min(0.001).max(1).default(0.06),
  leaves: z.number().int().min(2).max(256).default(63),
  leafRows: z.number().int().min(1).max(10_000).default(5),
  shrinkage: z.number().min(0).max(1000).default(1),
  rowShare: z.number().min(0.1).max(1).default(1),
});
export type BoostedTreesParams = z.infer<typeof BoostedTreesParams>;

export interface BoostedTreesState {
  readonly tags: readonly string[];
  /** Where the trees start from; undefined for the mean. */
  readonly curves: Curves | undefined;
  readonly forest: Forest;
  /** Root mean square residual of training, target's unit: too small for rows not seen, whose error only held-out rows tell. */
  readonly noise: number;
}

const fewestRows = 50;
// Residual and count share a double (see `growTree`): with more rows too few bits are left for the residual.
const mostRows = 2 ** 22;
// The curves have some dozens of slopes; more rows would not move them.
const mostCurveRows = 50_000;
const fewestCurveRows = 50;

/**
 * Expected value as smooth curves of the inputs plus many small regression trees that correct them. Takes missing values as they are;
 * beyond the inputs of training the curves go on straight and the corrections stay as at the edge.
 */
export const boostedTrees: ModelFamily<BoostedTreesParams, BoostedTreesState> & {
  /** As `score`, as it stood after so many rounds (ascending): one fit tells how many are best. */
  expectedAfter(state: BoostedTreesState, frame: Frame, rounds: readonly number[]): Float64Array[];
} = {
  id: "boosted-trees",
  kind: "efficiency",
  params: BoostedTreesParams,

  sufficiency(train) {
    const { tags, target } = trainingRows(train);
    const findings: Finding[] = [];
    if (tags.length === 0)
      findings.push({ code: "model.no-inputs", severity: "blocking", message: "There is no input to expect the target from.", data: {} });
    if (target.length < fewestRows)
      findings.push({
        code: "model.too-few-rows",
        severity: "blocking",
        message: `Training has ${target.length} usable rows; it takes ${fewestRows} or more.`,
        data: { rows: target.length, needed: fewestRows },
      });
    if (target.length > mostRows)
      findings.push({
        code: "model.too-many-rows",
        severity: "blocking",
        message: `Training has ${target.length} rows; it takes ${mostRows} at most. Choose longer steps.`,
        data: { rows: target.length, most: mostRows },
      });
    return findings;
  },

  fit: (train, params, run) => grown(train, params, run, {}),

  score(state, frame) {
    const expected = expectedAfter(state, frame, [state.forest.roots.length - 1])[0]!;
    return { kind: "efficiency", expected, sigma: expected.map((e) => (Number.isNaN(e) ? Number.NaN : state.noise)) };
  },

  expectedAfter,

  explain({ tags, curves, forest }, frame, row) {
    const inputs = inputColumns(frame, tags);
    const byCurves = curves ? movedByCurves(curves, filled(inputs, curves), row) : tags.map(() => 0);
    return sharesOf(
      tags,
      movedByForest(forest, inputs, row).map((moved, j) => moved + byCurves[j]!),
    );
  },

  serialize({ tags, curves, forest, noise }): SavedState {
    const limits = forest.limits;
    return {
      tags,
      startsFrom: curves ? "curves" : "mean",
      ...(curves ? saveCurves(curves) : {}),
      noise,
      start: forest.start,
      limitCounts: Int32Array.from(limits, (l) => l.length),
      limits: Float64Array.from(limits.flatMap((l) => [...l])),
      roots: forest.roots,
      feature: forest.feature,
      bin: forest.bin,
      missingLeft: forest.missingLeft,
      left: forest.left,
      value: forest.value,
      gain: forest.gain,
    };
  },

  deserialize(saved) {
    const tags = textsOf(saved, "tags");
    const limits = slices(numbersOf(saved, "limits"), integersOf(saved, "limitCounts"));
    const forest: Forest = {
      start: numberOf(saved, "start"),
      limits,
      roots: integersOf(saved, "roots"),
      feature: integersOf(saved, "feature"),
      bin: integersOf(saved, "bin"),
      missingLeft: integersOf(saved, "missingLeft"),
      left: integersOf(saved, "left"),
      value: numbersOf(saved, "value"),
      gain: numbersOf(saved, "gain"),
    };
    if (limits.length !== tags.length || !isSound(forest))
      throw problem("model.unreadable", "The saved trees do not hold together: the file was written by another version, or is damaged.");
    const curves = textOf(saved, "startsFrom") === "curves" ? loadCurves(saved, tags.length) : undefined;
    return { tags, curves, forest, noise: numberOf(saved, "noise") };
  },
};

/** What is known of inputs before anything is learned: the expectation never falls as the input rises, or never rises. */
export type Directions = Readonly<Record<string, "rises" | "falls">>;

/** The same family, whose fits keep to what is known: over every input that is named the expectation goes one way only. */
export function directedTrees(directions: Directions): typeof boostedTrees {
  return { ...boostedTrees, fit: (train, params, run) => grown(train, params, run, directions) };
}

function grown(train: readonly Frame[], params: BoostedTreesParams, run: Run, known: Directions): BoostedTreesState {
  const { tags, inputs, target } = trainingRows(train);
  const directions = tags.map((tag) => ({ rises: 1, falls: -1, free: 0 })[known[tag] ?? "free"]);
  const isDirected = directions.some((direction) => direction !== 0);
  const curves = params.start === "curves" ? startingCurves(inputs, target, isDirected ? directions : undefined) : undefined;
  const begun = curves && expectedByCurves(curves, filled(inputs, curves), target.length);
  const left = begun ? target.map((y, i) => y - begun[i]!) : target;
  const { forest, residual } = boost(inputs, left, isDirected ? { ...params, directions } : params, run);
  return { tags, curves, forest, noise: Math.sqrt(residual.reduce((sum, r) => sum + r * r, 0) / residual.length) };
}

function expectedAfter({ tags, curves, forest }: BoostedTreesState, frame: Frame, rounds: readonly number[]): Float64Array[] {
  const inputs = inputColumns(frame, tags);
  const rows = frame.time.length;
  const answers = predictAfter(forest, inputs, rows, rounds);
  if (!curves) return answers;
  const begun = expectedByCurves(curves, filled(inputs, curves), rows);
  for (const answer of answers) for (let i = 0; i < rows; i++) answer[i] = answer[i]! + begun[i]!;
  return answers;
}

/**
 * Curves through the complete rows, or through some of them spread evenly; undefined where there are too few. Where directions are
 * known they are straight lines, and one that leads the wrong way is left out: a bend or a product could turn somewhere.
 */
function startingCurves(inputs: readonly Float64Array[], target: Float64Array, directions?: readonly number[]): Curves | undefined {
  const complete = completeRows(inputs);
  if (complete.length < fewestCurveRows) return undefined;
  const step = Math.max(1, complete.length / mostCurveRows);
  const rows = Int32Array.from({ length: Math.floor(complete.length / step) }, (_, i) => complete[Math.floor(i * step)]!);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(rows, (row) => values[row]!);
  const curves = fitCurves(inputs.map(pick), pick(target), directions ? "straight" : "curved");
  return directions ? { ...curves, slope: curves.slope.map((b, j) => (b * directions[j]! < 0 ? 0 : b)) } : curves;
}

/** For the curves a missing input is at its mean; the trees, which see that it is missing, learn what that is worth. */
function filled(inputs: readonly Float64Array[], curves: Curves): Float64Array[] {
  return inputs.map((values, j) => {
    const mean = curves.basis.mean[j]!;
    return values.some(Number.isNaN) ? values.map((v) => (Number.isNaN(v) ? mean : v)) : values;
  });
}

/** Whether every node leads on to nodes of its own tree and asks for an input there is. */
function isSound(forest: Forest): boolean {
  const { roots, feature, left } = forest;
  const nodes = feature.length;
  if (roots[0] !== 0 || roots.at(-1) !== nodes) return false;
  for (const array of [forest.bin, forest.missingLeft, left, forest.value, forest.gain]) if (array.length !== nodes) return false;
  for (let tree = 0; tree + 1 < roots.length; tree++)
    for (let node = roots[tree]!; node < roots[tree + 1]!; node++) {
      if (feature[node]! < 0) continue;
      if (feature[node]! >= forest.limits.length || left[node]! <= node || left[node]! + 1 >= roots[tree + 1]!) return false;
    }
  return true;
}
