import { problem } from "#shared/domain/problem.ts";
import { random } from "../signal/random.ts";
import type { SavedState } from "./family.ts";
import { integersOf, numbersOf } from "./saved.ts";

/** What a layer is made of. */
export interface LayerShape {
  /** Numbers that one place reads, and gives. */
  readonly inputs: number;
  readonly outputs: number;
  /** Places beside each other that share the weights, as a convolution's do; the layer reads places × inputs numbers. */
  readonly places: number;
  /** tanh of each output; a layer without is a plain sum. */
  readonly bent: boolean;
}

/** A layer with what it learned. */
export interface DenseLayer extends LayerShape {
  /** [inputs × outputs] one row per input. */
  readonly weights: Float64Array;
  /** [outputs] */
  readonly offsets: Float64Array;
}

/**
 * Layers before any training: weights even in ±√(6 / (inputs + outputs)), offsets 0 (Glorot & Bengio, AISTATS 9 (2010) 249–256). The last
 * layer starts a tenth as large, so that training begins near the mean.
 */
export function newLayers(shapes: readonly LayerShape[], seed: number): DenseLayer[] {
  const chance = random(seed);
  return shapes.map((shape, k) => {
    const reach = Math.sqrt(6 / (shape.inputs + shape.outputs)) * (k === shapes.length - 1 ? 0.1 : 1);
    return {
      ...shape,
      weights: Float64Array.from({ length: shape.inputs * shape.outputs }, () => Math.fround((2 * chance() - 1) * reach)),
      offsets: new Float64Array(shape.outputs),
    };
  });
}

const blockRows = 256;

/**
 * What the layers make of the inputs, in double precision and plain loops: a row's answer is the same to the bit alone, in a batch and
 * on every machine, which a tensor library's matrix products do not promise.
 * @param columns [inputs][rows] @returns [outputs][rows] NaN where any input is.
 */
export function throughLayers(layers: readonly DenseLayer[], columns: readonly Float64Array[]): Float64Array[] {
  const rows = columns[0]?.length ?? 0;
  const last = layers.at(-1)!;
  const out = Array.from({ length: last.places * last.outputs }, () => new Float64Array(rows));
  const widest = Math.max(columns.length, ...layers.map((layer) => layer.places * layer.outputs));
  let from = Array.from({ length: widest }, () => new Float64Array(blockRows));
  let into = Array.from({ length: widest }, () => new Float64Array(blockRows));
  for (let start = 0; start < rows; start += blockRows) {
    const count = Math.min(blockRows, rows - start);
    for (const [j, column] of columns.entries()) from[j]!.set(column.subarray(start, start + count));
    for (const layer of layers) {
      oneLayer(layer, from, into, count);
      [from, into] = [into, from];
    }
    for (const [j, column] of out.entries()) column.set(from[j]!.subarray(0, count), start);
  }
  return out;
}

function oneLayer(
  { inputs, outputs, places, bent, weights, offsets }: DenseLayer,
  from: Float64Array[],
  into: Float64Array[],
  rows: number,
) {
  for (let place = 0; place < places; place++)
    for (let o = 0; o < outputs; o++) {
      const sum = into[place * outputs + o]!;
      sum.fill(offsets[o]!, 0, rows);
      for (let j = 0; j < inputs; j++) {
        const weight = weights[j * outputs + o]!;
        const column = from[place * inputs + j]!;
        for (let i = 0; i < rows; i++) sum[i] = sum[i]! + weight * column[i]!;
      }
      if (bent) for (let i = 0; i < rows; i++) sum[i] = Math.tanh(sum[i]!);
    }
}

/** As plain values by name. */
export const saveLayers = (layers: readonly DenseLayer[]): SavedState => ({
  layers: Int32Array.from(layers.flatMap(({ inputs, outputs, places, bent }) => [inputs, outputs, places, bent ? 1 : 0])),
  weights: Float64Array.from(layers.flatMap(({ weights, offsets }) => [...weights, ...offsets])),
});

/** Throws `model.unreadable`. */
export function loadLayers(saved: SavedState): DenseLayer[] {
  const shapes = integersOf(saved, "layers");
  const all = numbersOf(saved, "weights");
  const layers: DenseLayer[] = [];
  let at = 0;
  for (let k = 0; k + 3 < shapes.length; k += 4) {
    const [inputs, outputs, places, bent] = shapes.subarray(k, k + 4) as unknown as [number, number, number, number];
    const weights = all.slice(at, at + inputs * outputs);
    const offsets = all.slice(at + inputs * outputs, at + (inputs + 1) * outputs);
    at += (inputs + 1) * outputs;
    layers.push({ inputs, outputs, places, bent: bent === 1, weights, offsets });
  }
  if (at !== all.length || layers.length === 0)
    throw problem("model.unreadable", "The saved network does not have the weights that its layers ask for: it is damaged.", {
      name: "weights",
    });
  return layers;
}
