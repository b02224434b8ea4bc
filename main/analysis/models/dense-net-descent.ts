import type { Tensor, Tensor2D } from "@tensorflow/tfjs";
import type { Run } from "#shared/domain/run.ts";
import { random } from "../signal/random.ts";
import { type DenseLayer, type LayerShape, newLayers } from "./dense-net-layers.ts";
import type { Tensors } from "./tensors.ts";

export interface DescentWish {
  readonly shapes: readonly LayerShape[];
  /** [inputs][rows] and [outputs][rows], standardised, no NaN; rows in order of time. */
  readonly inputs: readonly Float64Array[];
  readonly targets: readonly Float64Array[];
  /** Rows that the weights are fitted to, and rows that tell when to stop. */
  readonly learned: Int32Array;
  readonly watched: Int32Array;
  readonly epochs: number;
  /** Epochs without a better fit of the watched rows after which to stop. */
  readonly patience: number;
  readonly batch: number;
  readonly rate: number;
  /** Share by which weights shrink per step and rate, so that none grows without need (Loshchilov & Hutter, ICLR 2019). */
  readonly decay: number;
  /** Share of the inputs of a learned row that are another row's, drawn anew each time; 0 for none. */
  readonly swapped: number;
}

/** What training gives; losses are mean squares of standardised errors. */
export interface Descent {
  /** Of the epoch that told the watched rows best. */
  readonly layers: readonly DenseLayer[];
  readonly training: readonly number[];
  readonly watching: readonly number[];
  readonly bestEpoch: number;
}

const leastGain = 1e-3; // of the loss: less is noise of the batches

/**
 * Fits dense layers by gradient steps (Adam: Kingma & Ba, ICLR 2015, with its constants). Products run on the tensor library, gradients are
 * written out by hand: they need no kernel that a backend lacks, and the steps stay few and large enough for the library to pay.
 * The same wish, seed and backend give the same weights, to the bit.
 */
export function descend(tf: Tensors, wish: DescentWish, run: Run): Descent {
  const layers = newLayers(wish.shapes, run.seed);
  const steps = layers.flatMap(({ weights, offsets }) => [new AdamStep(weights, wish.decay), new AdamStep(offsets, 0)]);
  const chance = random(run.seed ^ 0x5bd1e995);
  const order = wish.learned.slice();
  const training: number[] = [];
  const watching: number[] = [];
  let best = copyOf(layers);
  let bestEpoch = 0;
  for (let epoch = 0; epoch < wish.epochs && epoch - bestEpoch <= wish.patience; epoch++) {
    shuffle(order, chance);
    // Large steps find the valley, small ones its floor.
    const rate = wish.rate * (0.5 + 0.5 * Math.cos((Math.PI * epoch) / wish.epochs));
    let loss = 0;
    for (let from = 0; from < order.length; from += wish.batch) {
      run.tick(epoch + from / order.length, wish.epochs, "epochs", { training, validation: watching });
      const rows = order.subarray(from, Math.min(order.length, from + wish.batch));
      const inputs = gathered(wish.inputs, rows);
      if (wish.swapped > 0) swap(inputs, wish, chance);
      const { squares, gradients } = gradientsOf(tf, layers, inputs, gathered(wish.targets, rows), rows.length);
      loss += squares;
      for (const [k, step] of steps.entries()) step.take(gradients[k]!, rate);
    }
    training.push(loss / (order.length * wish.targets.length));
    watching.push(lossOf(tf, layers, wish));
    if (watching[epoch]! < watching[bestEpoch]! * (1 - leastGain) || epoch === 0) {
      best = copyOf(layers);
      bestEpoch = epoch;
    }
  }
  run.tick(1, 1, "epochs", { training, validation: watching });
  return { layers: best, training, watching, bestEpoch };
}

const copyOf = (layers: readonly DenseLayer[]): DenseLayer[] =>
  layers.map((layer) => ({ ...layer, weights: layer.weights.slice(), offsets: layer.offsets.slice() }));

/** One array of numbers on its way down; its values are kept as the 32-bit numbers that the library sees. */
class AdamStep {
  readonly #values: Float64Array;
  readonly #decay: number;
  readonly #mean: Float64Array;
  readonly #square: Float64Array;
  #steps = 0;

  constructor(values: Float64Array, decay: number) {
    this.#values = values;
    this.#decay = decay;
    this.#mean = new Float64Array(values.length);
    this.#square = new Float64Array(values.length);
  }

  take(gradient: ArrayLike<number>, rate: number): void {
    const [b1, b2, least] = [0.9, 0.999, 1e-8];
    this.#steps++;
    const c1 = 1 - b1 ** this.#steps;
    const c2 = 1 - b2 ** this.#steps;
    const [values, mean, square] = [this.#values, this.#mean, this.#square];
    for (let i = 0; i < values.length; i++) {
      const g = gradient[i]!;
      mean[i] = b1 * mean[i]! + (1 - b1) * g;
      square[i] = b2 * square[i]! + (1 - b2) * g * g;
      const down = mean[i]! / c1 / (Math.sqrt(square[i]! / c2) + least);
      values[i] = Math.fround(values[i]! - rate * (down + this.#decay * values[i]!));
    }
  }
}

/** Fisher and Yates. */
function shuffle(order: Int32Array, chance: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
}

/** [rows × columns] 32 bits. */
function gathered(columns: readonly Float64Array[], rows: Int32Array): Float32Array {
  const width = columns.length;
  const values = new Float32Array(rows.length * width);
  for (let j = 0; j < width; j++) {
    const column = columns[j]!;
    for (let i = 0; i < rows.length; i++) values[i * width + j] = column[rows[i]!]!;
  }
  return values;
}

/** Some inputs take the value that the same input has in another learned row: their own say is taken away, what is usual for them stays. */
function swap(inputs: Float32Array, { inputs: columns, learned, swapped }: DescentWish, chance: () => number): void {
  const width = columns.length;
  for (let at = 0; at < inputs.length; at++)
    if (chance() < swapped) inputs[at] = columns[at % width]![learned[Math.floor(chance() * learned.length)]!]!;
}

/** Sum of squared errors of a batch, and the gradient of its mean by each layer's weights and offsets, in that order. */
function gradientsOf(tf: Tensors, layers: readonly DenseLayer[], inputs: Float32Array, targets: Float32Array, rows: number) {
  const held: Tensor[] = [];
  const hold = <T extends Tensor>(tensor: T): T => {
    held.push(tensor);
    return tensor;
  };
  try {
    const { given, reached, weights } = forward(tf, layers, inputs, rows, hold);
    const last = layers.at(-1)!;
    const error = hold(tf.sub(reached, hold(tf.tensor2d(targets, reached.shape as [number, number]))) as Tensor2D);
    let squares = 0;
    for (const e of error.dataSync()) squares += e * e;
    let slope = hold(tf.mul(error, 2 / (rows * last.places * last.outputs)) as Tensor2D);
    const gradients: ArrayLike<number>[] = [];
    for (let k = layers.length - 1; k >= 0; k--) {
      const x = given[k]!;
      const ones = hold(tf.ones([1, x.shape[0]]) as Tensor2D);
      gradients.unshift(
        hold(tf.matMul(x, slope, true, false)).dataSync(),
        hold(tf.matMul(ones, slope)).dataSync(), // the sum over rows, by the library's fastest kernel
      );
      if (k === 0) break;
      const back = hold(tf.matMul(slope, weights[k]!, false, true));
      const before = layers[k - 1]!;
      const y = hold(x.reshape([rows * before.places, before.outputs]) as Tensor2D);
      const shaped = hold(back.reshape([rows * before.places, before.outputs]) as Tensor2D);
      // Of tanh: 1 − y².
      slope = before.bent ? hold(tf.sub(shaped, hold(tf.mul(shaped, hold(tf.mul(y, y))))) as Tensor2D) : shaped;
    }
    return { squares, gradients };
  } finally {
    tf.dispose(held);
  }
}

/** What each layer was given [rows × places][inputs], and what the last one made of it. */
function forward(
  tf: Tensors,
  layers: readonly DenseLayer[],
  inputs: Float32Array,
  rows: number,
  hold: <T extends Tensor>(tensor: T) => T,
): { given: Tensor2D[]; reached: Tensor2D; weights: Tensor2D[] } {
  const given: Tensor2D[] = [];
  const weights: Tensor2D[] = [];
  const first = layers[0]!;
  let reached = hold(tf.tensor2d(inputs, [rows * first.places, first.inputs]));
  for (const layer of layers) {
    const x = hold(reached.reshape([rows * layer.places, layer.inputs]) as Tensor2D);
    const w = hold(tf.tensor2d(Float32Array.from(layer.weights), [layer.inputs, layer.outputs]));
    const b = hold(tf.tensor1d(Float32Array.from(layer.offsets)));
    const sum = hold(tf.add(hold(tf.matMul(x, w)), b) as Tensor2D);
    given.push(x);
    weights.push(w);
    reached = layer.bent ? hold(tf.tanh(sum)) : sum;
  }
  return { given, reached, weights };
}

const watchedBatch = 4096;

/** Mean squared error of the watched rows. */
function lossOf(tf: Tensors, layers: readonly DenseLayer[], { inputs, targets, watched }: DescentWish): number {
  let squares = 0;
  for (let from = 0; from < watched.length; from += watchedBatch) {
    const rows = watched.subarray(from, Math.min(watched.length, from + watchedBatch));
    const reached = forwardOnly(tf, layers, gathered(inputs, rows), rows.length);
    const wanted = gathered(targets, rows);
    for (let i = 0; i < wanted.length; i++) squares += (reached[i]! - wanted[i]!) ** 2;
  }
  return squares / Math.max(1, watched.length * targets.length);
}

/** What the layers make of a batch by the tensor library. @param inputs [rows × inputs] @returns [rows × outputs] */
export function forwardOnly(tf: Tensors, layers: readonly DenseLayer[], inputs: Float32Array, rows: number): ArrayLike<number> {
  const held: Tensor[] = [];
  try {
    return forward(tf, layers, inputs, rows, (tensor) => {
      held.push(tensor);
      return tensor;
    }).reached.dataSync();
  } finally {
    tf.dispose(held);
  }
}
