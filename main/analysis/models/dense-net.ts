import { problem } from "#shared/domain/problem.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { blocksToWatch } from "./dense-net-blocks.ts";
import { descend } from "./dense-net-descent.ts";
import { type DenseLayer, loadLayers, saveLayers, throughLayers } from "./dense-net-layers.ts";
import type { FitRun, SavedState } from "./family.ts";
import { numberOf, numbersOf } from "./saved.ts";
import type { Tensors } from "./tensors.ts";

/** A small network that expects one number from several. */
export interface DenseNet {
  readonly layers: readonly DenseLayer[];
  /** [inputs] mean and standard deviation of the training rows, in the input's unit. */
  readonly mean: Float64Array;
  readonly scale: Float64Array;
  /** The same of the target. */
  readonly targetMean: number;
  readonly targetScale: number;
  /** Standard error of one row's expectation, in the target's unit, from rows that the weights were not fitted to. */
  readonly sigma: number;
  /** [epochs] mean squared error of the learned and of the watched rows, of the target's variance. */
  readonly training: Float64Array;
  readonly validation: Float64Array;
}

export interface DenseNetWish {
  /** Units of the first hidden layer; the second has half as many. */
  readonly hidden?: number;
  /** At most; training ends sooner where the watched rows are told no better. */
  readonly epochs?: number;
  /** Bounds the time, whatever the number of rows: a step takes one to three milliseconds on WebAssembly. */
  readonly steps?: number;
}

const patience = 20;
const rate = 0.01;
const decay = 1e-3;
const fewestRows = 20; // less leaves no block to watch
const mostRows = 50_000; // so many tell a net of some hundred weights all it can learn

/**
 * Fits a network of two hidden layers to rows in order of time. A fifth of the rows, in blocks of time, is kept back and tells when to
 * stop and how large the error is. The same rows, run.seed and backend give the same network, to the bit.
 * @param columns [inputs][rows]; a row with a NaN, there or in the target, is left out. @param target [rows]
 * @throws `model.too-few-rows` below twenty complete rows.
 */
export function fitDenseNet(
  tf: Tensors,
  columns: readonly Float64Array[],
  target: Float64Array,
  { hidden = 24, epochs = 300, steps = 3000 }: DenseNetWish,
  run: FitRun,
): DenseNet {
  const all = completeRows([...columns, target]);
  if (all.length < fewestRows)
    throw problem("model.too-few-rows", `Training has ${all.length} usable rows; it takes ${fewestRows} or more.`, {
      rows: all.length,
      needed: fewestRows,
    });
  const every = Math.max(1, Math.ceil(all.length / mostRows));
  const rows = all.filter((_, i) => i % every === 0);
  const x = columns.map((column) => standardised(column, rows));
  const y = standardised(target, rows);
  const { learned, watched } = blocksToWatch(rows.length);
  const batch = Math.min(512, Math.max(32, 2 ** Math.round(Math.log2(learned.length / 20))));
  const perEpoch = Math.ceil(learned.length / batch);
  const half = Math.max(2, Math.ceil(hidden / 2));
  const { layers, training, watching } = descend(
    tf,
    {
      shapes: [
        { inputs: columns.length, outputs: hidden, places: 1, bent: true },
        { inputs: hidden, outputs: half, places: 1, bent: true },
        { inputs: half, outputs: 1, places: 1, bent: false },
      ],
      inputs: x.map(({ values }) => values),
      targets: [y.values],
      learned,
      watched,
      epochs: Math.max(5, Math.min(epochs, Math.floor(steps / perEpoch))),
      patience,
      batch,
      rate,
      decay,
      swapped: 0,
    },
    run,
  );
  return {
    layers,
    mean: Float64Array.from(x, ({ mean }) => mean),
    scale: Float64Array.from(x, ({ scale }) => scale),
    targetMean: y.mean,
    targetScale: y.scale,
    sigma: y.scale * Math.sqrt(Math.min(...watching)),
    training: Float64Array.from(training),
    validation: Float64Array.from(watching),
  };
}

/** @param columns [inputs][rows] @returns [rows] in the target's unit, NaN where an input is. Needs no tensor library. */
export function expectedByDenseNet(net: DenseNet, columns: readonly Float64Array[]): Float64Array {
  const z = columns.map((column, j) => column.map((x) => (x - net.mean[j]!) / net.scale[j]!));
  const [expected] = throughLayers(net.layers, z);
  return expected!.map((e) => net.targetMean + net.targetScale * e);
}

/** As plain values by name. */
export const saveDenseNet = ({ layers, ...rest }: DenseNet): SavedState => ({ ...rest, ...saveLayers(layers) });

/** Throws `model.unreadable`. */
export const loadDenseNet = (saved: SavedState): DenseNet => ({
  layers: loadLayers(saved),
  mean: numbersOf(saved, "mean"),
  scale: numbersOf(saved, "scale"),
  targetMean: numberOf(saved, "targetMean"),
  targetScale: numberOf(saved, "targetScale"),
  sigma: numberOf(saved, "sigma"),
  training: numbersOf(saved, "training"),
  validation: numbersOf(saved, "validation"),
});

function standardised(column: Float64Array, rows: Int32Array): { values: Float64Array; mean: number; scale: number } {
  let mean = 0;
  for (const row of rows) mean += column[row]! / rows.length;
  let squares = 0;
  for (const row of rows) squares += (column[row]! - mean) ** 2;
  const scale = Math.sqrt(squares / rows.length) || 1;
  return { values: Float64Array.from(rows, (row) => (column[row]! - mean) / scale), mean, scale };
}
