import { columnOf, type Frame } from "#shared/domain/frame.ts";
import { problem } from "#shared/domain/problem.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { covariance } from "../signal/covariance.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { blocksToWatch } from "./dense-net-blocks.ts";
import { descend } from "./dense-net-descent.ts";
import { type DenseLayer, type LayerShape, loadLayers, saveLayers, throughLayers } from "./dense-net-layers.ts";
import type { FitRun, SavedState } from "./family.ts";
import { earlierTag, isEarlier } from "./forecaster-window.ts";
import { joined } from "./joined.ts";
import { residualLengths, residualPrecision } from "./residual-length.ts";
import { integersOf, numberOf, numbersOf, textsOf } from "./saved.ts";

/** A network that expects every tag of a row, with what its errors are like on normal rows. */
export interface ExpectationNet {
  readonly tags: readonly string[];
  /** Steps back at which the network reads every tag, one place of its first layer behind the other; 0 is the row itself. */
  readonly steps: Int32Array;
  /** [tags] mean and standard deviation of the reference, in the tag's unit. */
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  readonly layers: readonly DenseLayer[];
  /** [tags × tags] inverse covariance of the residuals, in standard deviations. */
  readonly precision: Float64Array;
  /** Ninety-nine of a hundred rows that the weights were not fitted to lie below. */
  readonly residualScale: number;
  /** [epochs] mean squares of standardised errors: of the learned and of the watched rows. */
  readonly training: Float64Array;
  readonly validation: Float64Array;
}

export interface ExpectationNetWish {
  readonly steps: readonly number[];
  /** @param tags how many there are. */
  shapes(tags: number): readonly LayerShape[];
  readonly epochs: number;
  /** Share of the inputs that take another row's value while learning. */
  readonly swapped: number;
}

const mostRows = 10_000; // some thousand weights learn nothing new from more
const patience = 20;
const rate = 0.01;
const decay = 1e-3;
const leastVariance = 0.05; // an expectation nearer than a fifth of a tag's own spread is luck of the reference
const scaleShare = 0.99;
const leastScale = 1e-9;

/** Learns from the runs; throws `model.no-tensors` where the library was not handed in. */
export function fitExpectationNet(train: readonly Frame[], wish: ExpectationNetWish, run: FitRun): ExpectationNet {
  if (!run.tensors) throw problem("model.no-tensors", "The tensor library by which this kind of model learns was not loaded.");
  run.tick(0, 1, "epochs");
  const all = joined(train);
  const rows = completeRows(all.columns);
  const step = Math.max(1, Math.ceil(rows.length / mostRows));
  const some = rows.filter((_, i) => i % step === 0);
  const tags = all.tags.filter((tag) => !isEarlier(tag));
  const columns = tags.map((tag) => all.columns[all.tags.indexOf(tag)]!);
  const { mean, covariance: cov } = covariance(columns, rows);
  const scale = Float64Array.from(tags, (_, j) => Math.sqrt(cov[j * tags.length + j]!) || 1);
  const learnable: Frame = {
    time: new Float64Array(some.length),
    columns: all.tags.map((tag, j) => ({ tag, unit: "", values: Float64Array.from(some, (row) => all.columns[j]![row]!) })),
  };
  const steps = Int32Array.from(wish.steps);
  const inputs = inputsOf({ tags, steps, mean, scale }, learnable);
  const targets = inputsOf({ tags, steps: Int32Array.of(0), mean, scale }, learnable);
  const { learned, watched } = blocksToWatch(some.length);
  const { layers, training, watching } = descend(
    run.tensors,
    {
      shapes: wish.shapes(tags.length),
      inputs,
      targets,
      learned,
      watched,
      epochs: wish.epochs,
      patience,
      batch: Math.min(256, Math.max(32, 2 ** Math.round(Math.log2(learned.length / 20)))),
      rate,
      decay,
      swapped: wish.swapped,
    },
    run,
  );
  const residuals = differences(targets, throughLayers(layers, inputs));
  const precision = residualPrecision(residuals, leastVariance);
  const lengths = residualLengths(
    residuals.map((r) => Float64Array.from(watched, (row) => r[row]!)),
    precision,
  );
  return {
    tags,
    steps,
    mean,
    scale,
    layers,
    precision,
    residualScale: Math.max(sortedQuantile(sorted(lengths), scaleShare), leastScale),
    training: Float64Array.from(training),
    validation: Float64Array.from(watching),
  };
}

/** [places × tags][rows] what the network reads, in standard deviations of the reference. */
export function inputsOf(net: Pick<ExpectationNet, "tags" | "steps" | "mean" | "scale">, frame: Frame): Float64Array[] {
  const known = new Map<number, Float64Array[]>();
  return [...net.steps].flatMap((step) => {
    const columns =
      known.get(step) ??
      net.tags.map((tag, j) => {
        const { values } = columnOf(frame, step === 0 ? tag : earlierTag(tag, step));
        return values.map((x) => (x - net.mean[j]!) / net.scale[j]!);
      });
    known.set(step, columns);
    return columns;
  });
}

/** [rows] squared lengths of the residuals, and the score they make: index = length over its scale, score = index / (1 + index). */
export function judgeByNet(net: ExpectationNet, frame: Frame): { score: Float64Array; lengths: Float64Array } {
  const inputs = inputsOf(net, frame);
  const itself = inputsOf({ ...net, steps: Int32Array.of(0) }, frame);
  const lengths = residualLengths(differences(itself, throughLayers(net.layers, inputs)), net.precision);
  const score = lengths.map((length) => {
    const index = length / net.residualScale;
    return index === Number.POSITIVE_INFINITY ? 1 : index / (1 + index);
  });
  return { score, lengths };
}

export const differences = (measured: readonly Float64Array[], expected: readonly Float64Array[]): Float64Array[] =>
  measured.map((column, j) => column.map((x, i) => x - expected[j]![i]!));

/** For a model card. */
export const factsOfNet = ({ layers, training, validation }: ExpectationNet): Record<string, number> => ({
  weights: layers.reduce((sum, { weights, offsets }) => sum + weights.length + offsets.length, 0),
  epochs: training.length,
  validationLoss: validation.reduce((least, loss) => Math.min(least, loss), Number.POSITIVE_INFINITY),
});

/** As plain values by name. */
export const saveNet = ({ layers, ...rest }: ExpectationNet): SavedState => ({ ...rest, ...saveLayers(layers) });

/** Throws `model.unreadable`. */
export const loadNet = (saved: SavedState): ExpectationNet => ({
  tags: textsOf(saved, "tags"),
  steps: integersOf(saved, "steps"),
  mean: numbersOf(saved, "mean"),
  scale: numbersOf(saved, "scale"),
  layers: loadLayers(saved),
  precision: numbersOf(saved, "precision"),
  residualScale: numberOf(saved, "residualScale"),
  training: numbersOf(saved, "training"),
  validation: numbersOf(saved, "validation"),
});
