import type { DenseLayer, LayerShape } from "../../../main/analysis/models/dense-net-layers.ts";

/** What layers make of one row, term by term. */
export function answerOf(layers: readonly DenseLayer[], row: readonly number[]): number[] {
  let given = row;
  for (const layer of layers) {
    const next: number[] = [];
    for (let place = 0; place < layer.places; place++)
      for (let o = 0; o < layer.outputs; o++) {
        let sum = layer.offsets[o]!;
        for (let j = 0; j < layer.inputs; j++) sum += layer.weights[j * layer.outputs + o]! * given[place * layer.inputs + j]!;
        next.push(layer.bent ? Math.tanh(sum) : sum);
      }
    given = next;
  }
  return [...given];
}

export const meanSquare = (layers: readonly DenseLayer[], rows: readonly number[][], wanted: readonly number[][]): number => {
  const squares = rows.flatMap((row, i) => answerOf(layers, row).map((y, k) => (y - wanted[i]![k]!) ** 2));
  return squares.reduce((a, b) => a + b, 0) / squares.length;
};

/** Adam on all rows at once, with gradients by moving every weight a little up and down. */
export function descended(
  start: readonly DenseLayer[],
  { rows, wanted, epochs, rate, decay }: { rows: number[][]; wanted: number[][]; epochs: number; rate: number; decay: number },
): DenseLayer[] {
  const layers = start.map((layer: LayerShape & DenseLayer) => ({
    ...layer,
    weights: layer.weights.slice(),
    offsets: layer.offsets.slice(),
  }));
  const means = new Map<Float64Array, Float64Array>();
  const squares = new Map<Float64Array, Float64Array>();
  for (let epoch = 0; epoch < epochs; epoch++) {
    const step = rate * (0.5 + 0.5 * Math.cos((Math.PI * epoch) / epochs));
    const slopes = layers.flatMap(({ weights, offsets }) =>
      [weights, offsets].map((values) => ({ values, slope: slopeOf(layers, values, rows, wanted) })),
    );
    for (const { values, slope } of slopes) {
      const mean = means.get(values) ?? new Float64Array(values.length);
      const square = squares.get(values) ?? new Float64Array(values.length);
      means.set(values, mean);
      squares.set(values, square);
      const isWeight = layers.some(({ weights }) => weights === values);
      for (const [i, g] of slope.entries()) {
        mean[i] = 0.9 * mean[i]! + 0.1 * g;
        square[i] = 0.999 * square[i]! + 0.001 * g * g;
        const down = mean[i]! / (1 - 0.9 ** (epoch + 1)) / (Math.sqrt(square[i]! / (1 - 0.999 ** (epoch + 1))) + 1e-8);
        values[i] = values[i]! - step * (down + (isWeight ? decay : 0) * values[i]!);
      }
    }
  }
  return layers;
}

function slopeOf(layers: readonly DenseLayer[], values: Float64Array, rows: number[][], wanted: number[][]): Float64Array {
  const little = 1e-5;
  return values.map((value, i) => {
    values[i] = value + little;
    const above = meanSquare(layers, rows, wanted);
    values[i] = value - little;
    const below = meanSquare(layers, rows, wanted);
    values[i] = value;
    return (above - below) / (2 * little);
  });
}
