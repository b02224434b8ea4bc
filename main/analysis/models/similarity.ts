import { z } from "zod";
import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { covariance } from "../signal/covariance.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import type { Contribution, ModelFamily } from "./family.ts";
import { joined } from "./joined.ts";
import { residualLengths, residualPrecision } from "./residual-length.ts";
import { numberOf, numbersOf, textsOf } from "./saved.ts";
import { similarityExpectation } from "./similarity-expectation.ts";
import { similarityMemory } from "./similarity-memory.ts";
import { trainingSufficiency } from "./training-sufficiency.ts";

const SimilarityParams = z.object({
  /** Remembered states of the machine. */
  vectors: z.number().int().min(20).max(2000).default(500),
  /** Times the bandwidth that the fit finds by itself. */
  bandwidth: z.number().min(0.25).max(4).default(1),
});
type SimilarityParams = z.infer<typeof SimilarityParams>;

export interface SimilarityState {
  readonly tags: readonly string[];
  /** [tags] mean and standard deviation of the reference, in the tag's unit. */
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** [vectors × tags] remembered states, in standard deviations. */
  readonly memory: Float64Array;
  /** How far a state lends its values, in standard deviations. */
  readonly bandwidth: number;
  /** [tags × tags] inverse covariance of the residuals of rows that the memory had not seen. */
  readonly precision: Float64Array;
  /** Ninety-nine of a hundred such rows lie below. */
  readonly residualScale: number;
}

const blocks = 5;
const learnedRows = 2000; // k-means of some hundred centres moves no more with more rows
const triedRows = 200;
const triedTags = 20;
const rowsPerVector = 4;
const offset = 3; // standard deviations: a fault that matters, and is not yet seen by the bare eye
const bandwidths = [0.125, 0.25, 0.5, 1]; // roots of the number of tags; beyond one, every state lends to every row
const leastVariance = 0.05; // an expectation nearer than a fifth of a tag's own spread is luck of the reference
const reconstructions = 2; // the value changes little after that
const scaleShare = 0.99;
const leastScale = 1e-9;

/**
 * A twin by similarity: what the machine should show is told by the remembered states that resemble what it shows (auto-associative
 * kernel regression, of the family of MSET; see `similarityExpectation`). The memory is made of cluster centres. The bandwidth is the one that best tells the true value of a tag that
 * is three standard deviations off, on rows held out: one that merely copies the row would follow the fault. Residuals
 * of held-out rows give their covariance; the score is the squared length of a row's residual by that covariance over its
 * 99 % quantile, score = index / (1 + index).
 */
export const similarity: ModelFamily<SimilarityParams, SimilarityState> = {
  id: "similarity",
  kind: "anomaly",
  params: SimilarityParams,
  alternatives: [{ bandwidth: 0.7 }, { bandwidth: 1.4 }],

  sufficiency: (train) => trainingSufficiency(train),

  fit(train: readonly Frame[], params: SimilarityParams, run: Run): SimilarityState {
    const { tags, columns } = joined(train);
    const rows = completeRows(columns);
    run.tick(0, 1, "memory");
    const { mean, covariance: cov } = covariance(columns, rows);
    const size = tags.length;
    const scale = Float64Array.from(tags, (_, j) => Math.sqrt(cov[j * size + j]!) || 1);
    const some = thinned(rows, learnedRows);
    const z = columns.map((column, j) => Float64Array.from(some, (row) => (column[row]! - mean[j]!) / scale[j]!));
    let done = 0;
    const steps = (blocks + 1) * blocks + blocks * bandwidths.length;
    const tick = () => run.tick(Math.min(done++, steps), steps, "memory");
    const memoryOf = (learned: readonly Float64Array[]) =>
      similarityMemory(learned, Math.min(params.vectors, Math.max(1, Math.floor(learned[0]!.length / rowsPerVector))), tick);
    const held = Array.from({ length: blocks }, (_, b) => {
      const from = Math.floor((some.length * b) / blocks);
      const to = Math.floor((some.length * (b + 1)) / blocks);
      return {
        memory: memoryOf(z.map((column) => without(column, from, to))),
        rows: z.map((column) => column.subarray(from, to)),
      };
    });
    const bandwidth = params.bandwidth * bestBandwidth(held, size, tick);
    const residuals = joinedResiduals(held, bandwidth);
    const precision = residualPrecision(residuals, leastVariance);
    const lengths = residualLengths(residuals, precision);
    const state = { tags, mean, scale, memory: memoryOf(z), bandwidth, precision };
    run.tick(1, 1);
    return { ...state, residualScale: Math.max(sortedQuantile(sorted(lengths), scaleShare), leastScale) };
  },

  score(state, frame) {
    const { residuals, nearest } = residualsOf(state, frame);
    const lengths = residualLengths(residuals, state.precision);
    return {
      kind: "anomaly",
      score: lengths.map((length) => {
        const index = length / state.residualScale;
        return index === Number.POSITIVE_INFINITY ? 1 : index / (1 + index);
      }),
      statistics: { residual: lengths, distance: nearest.map(Math.sqrt) },
    };
  },

  /**
   * How much of the index goes away when a tag takes the value that the memory expects once that tag no longer has a say (as reconstruction-based
   * contributions: Alcala & Qin, Automatica 45 (2009) 1593–1600); that value is what was expected of it.
   */
  explain(state, frame, row) {
    const size = state.tags.length;
    const z = state.tags.map((tag, j) => (columnOf(frame, tag).values[row]! - state.mean[j]!) / state.scale[j]!);
    // Row j of the variants is the row with tag j reconstructed; each pass takes more of the tag's own say away.
    const variants = z.map((x) => new Float64Array(size).fill(x));
    let answer = similarityExpectation(state.memory, state.bandwidth, variants);
    // Nothing is reconstructed yet: every variant is the row itself.
    const whole = residualLengths(
      z.map((x, j) => Float64Array.of(x - answer.expected[j]![0]!)),
      state.precision,
    )[0]!;
    for (let pass = 0; pass < reconstructions; pass++) {
      for (let j = 0; j < size; j++) variants[j]![j] = answer.expected[j]![j]!;
      answer = similarityExpectation(state.memory, state.bandwidth, variants);
    }
    const left = residualLengths(
      variants.map((column, j) => column.map((x, i) => x - answer.expected[j]![i]!)),
      state.precision,
    );
    const gains = left.map((length) => Math.max(0, whole - length));
    const sum = gains.reduce((total, gain) => total + gain, 0);
    return state.tags
      .map(
        (tag, j): Contribution => ({
          tag,
          share: sum > 0 ? gains[j]! / sum : 1 / size,
          residual: (z[j]! - variants[j]![j]!) * state.scale[j]!,
        }),
      )
      .sort((a, b) => b.share - a.share);
  },

  facts: ({ memory, tags, bandwidth }) => ({ vectors: memory.length / tags.length, bandwidth }),

  serialize: (state) => ({ ...state }),

  deserialize: (saved) => ({
    tags: textsOf(saved, "tags"),
    mean: numbersOf(saved, "mean"),
    scale: numbersOf(saved, "scale"),
    memory: numbersOf(saved, "memory"),
    bandwidth: numberOf(saved, "bandwidth"),
    precision: numbersOf(saved, "precision"),
    residualScale: numberOf(saved, "residualScale"),
  }),
};

/** Rows of a block of time, and the memory of all others; [tags][rows] in standard deviations. */
interface Held {
  readonly memory: Float64Array;
  readonly rows: readonly Float64Array[];
}

function bestBandwidth(held: readonly Held[], tags: number, tick: () => void): number {
  const errors = bandwidths.map((share) => {
    let error = 0;
    for (const { memory, rows } of held) {
      tick();
      error += offsetError(memory, share * Math.sqrt(tags), rows);
    }
    return error;
  });
  return bandwidths[errors.indexOf(Math.min(...errors))]! * Math.sqrt(tags);
}

/** Sum of squared errors in telling the true value of a tag that is off, each tag in its turn, up and down by turns. */
function offsetError(memory: Float64Array, bandwidth: number, rows: readonly Float64Array[]): number {
  const every = Math.max(1, Math.ceil((rows[0]!.length * blocks) / triedRows));
  const few = rows.map((column) => column.filter((_, i) => i % every === 0));
  let error = 0;
  for (let j = 0; j < rows.length; j += Math.max(1, Math.ceil(rows.length / triedTags))) {
    const clean = few[j]!;
    const off = few.map((column, k) => (k === j ? column.map((x, i) => x + (i % 2 === 0 ? offset : -offset)) : column));
    const { expected } = similarityExpectation(memory, bandwidth, off);
    for (let i = 0; i < clean.length; i++) error += (expected[j]![i]! - clean[i]!) ** 2;
  }
  return error;
}

function joinedResiduals(held: readonly Held[], bandwidth: number): Float64Array[] {
  const parts = held.map(({ memory, rows }) => {
    const { expected } = similarityExpectation(memory, bandwidth, rows);
    return rows.map((column, j) => column.map((x, i) => x - expected[j]![i]!));
  });
  return parts[0]!.map((_, j) => Float64Array.from(parts.flatMap((part) => [...part[j]!])));
}

function residualsOf(state: SimilarityState, frame: Frame): { residuals: Float64Array[]; nearest: Float64Array } {
  const z = state.tags.map((tag, j) => columnOf(frame, tag).values.map((x) => (x - state.mean[j]!) / state.scale[j]!));
  const { expected, nearest } = similarityExpectation(state.memory, state.bandwidth, z);
  return { residuals: z.map((column, j) => column.map((x, i) => x - expected[j]![i]!)), nearest };
}

/** At most so many of the rows, evenly spread. */
function thinned(rows: Int32Array, most: number): Int32Array {
  const step = Math.max(1, Math.ceil(rows.length / most));
  return rows.filter((_, i) => i % step === 0);
}

function without(column: Float64Array, from: number, to: number): Float64Array {
  const rest = new Float64Array(column.length - (to - from));
  rest.set(column.subarray(0, from));
  rest.set(column.subarray(to), from);
  return rest;
}
