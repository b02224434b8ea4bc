import { binKernel, divideKernel, gatherKernel, histogramKernel, largestKernel, limitBytes, packKernel } from "./boosted-trees-kernels.ts";
import { memoryOf } from "./boosted-trees-memory.ts";

export const binsPerInput = 256;
/** Four inputs share a word of 32 bits, so that one load tells four bins. */
export const inputsPerWord = 4;
const blockRows = 4096;

/** Binned inputs and the working memory of growing trees on them. */
export interface GrowingSpace {
  /** [inputs] bins of an input, as [rows] each. */
  readonly bins: readonly Uint8Array[];
  /** [rows of the tree] row numbers, those of one node behind each other and ascending. */
  readonly rows: Int32Array;
  /** [all rows] what the next tree shall explain. */
  readonly residual: Float64Array;
  /** One for every leaf: [groups of four inputs · 4 · 256]. */
  readonly histograms: readonly Float64Array[];
  /**
   * Puts residual and count of the first `rows` into one number each: the residual, scaled and rounded to a whole number of at most
   * `largest`, times `unit`, plus one. @returns the scale; 0 where nothing is left to explain.
   */
  pack(count: number, largest: number, unit: number): number;
  /** Fills a histogram with the packed numbers of a node's rows. */
  count(histogram: number, from: number, to: number): void;
  /** Sorts the rows of a node: bins up to `bin`, and the missing ones where they go left, in front. @returns where the others begin. */
  divide(input: number, bin: number, missingLeft: boolean, from: number, to: number): number;
}

/** @param limits [inputs] as `binLimits` gives them. @param leaves most leaves of a tree. */
export function growingSpace(inputs: readonly Float64Array[], limits: readonly Float64Array[], leaves: number): GrowingSpace {
  const n = inputs[0]?.length ?? 0;
  const groups = Math.ceil(inputs.length / inputsPerWord);
  const histogramBytes = 8 * groups * inputsPerWord * binsPerInput;
  const columnBytes = Math.ceil(n / 8) * 8;
  const { memory, at } = memoryOf({
    histograms: leaves * histogramBytes,
    words: groups * inputsPerWord * n,
    bins: inputs.length * columnBytes,
    rows: 4 * n,
    spare: 4 * n,
    residual: 8 * n,
    packed: 8 * n,
    ordered: 8 * n,
    block: 8 * blockRows,
    limits: limitBytes,
    numbers: 16,
  });
  const { buffer } = memory;
  const rows = new Int32Array(buffer, at.rows, n);
  const spare = new Int32Array(buffer, at.spare, n);
  const residual = new Float64Array(buffer, at.residual, n);
  const numbers = new Float64Array(buffer, at.numbers, 2);
  const count = new Int32Array(buffer, at.numbers, 1);
  const bins = inputs.map((_, j) => new Uint8Array(buffer, at.bins + j * columnBytes, n));
  const histograms = Array.from(
    { length: leaves },
    (_, k) => new Float64Array(buffer, at.histograms + k * histogramBytes, histogramBytes / 8),
  );

  const toBins = binKernel(memory);
  const block = new Float64Array(buffer, at.block, blockRows);
  const ownLimits = new Float64Array(buffer, at.limits, limitBytes / 8);
  for (const [j, values] of inputs.entries()) {
    ownLimits.fill(Number.POSITIVE_INFINITY);
    ownLimits.set(limits[j]!);
    const words = new Int32Array(buffer, at.words + 4 * n * Math.floor(j / inputsPerWord), n);
    const shift = 8 * (j % inputsPerWord);
    for (let start = 0; start < n; start += blockRows) {
      const size = Math.min(blockRows, n - start);
      block.set(values.subarray(start, start + size));
      toBins(at.block, at.block + 8 * size, at.limits, at.bins + j * columnBytes + start);
    }
    for (let i = 0; i < n; i++) words[i] = words[i]! | (bins[j]![i]! << shift);
  }

  const findLargest = largestKernel(memory);
  const pack = packKernel(memory);
  const gather = gatherKernel(memory);
  const fill = histogramKernel(memory);
  const sort = divideKernel(memory);
  return {
    bins,
    rows,
    residual,
    histograms,
    pack(rowCount, largest, unit) {
      const end = at.rows + 4 * rowCount;
      findLargest(at.residual, at.rows, end, at.numbers);
      const size = numbers[0]!;
      const scale = size > 0 ? largest / size : 0;
      numbers[0] = scale;
      numbers[1] = unit;
      pack(at.residual, at.packed, at.rows, end, at.numbers);
      return scale;
    },
    count(histogram, from, to) {
      histograms[histogram]!.fill(0);
      // In the order of the node once, so that every group of inputs reads them one after the other.
      gather(at.packed, at.rows + 4 * from, at.rows + 4 * to, at.ordered);
      const target = at.histograms + histogram * histogramBytes;
      for (let g = 0; g < groups; g++)
        fill(target + (g * histogramBytes) / groups, at.words + 4 * n * g, at.rows + 4 * from, at.ordered, at.rows + 4 * to);
    },
    divide(input, bin, missingLeft, from, to) {
      // What is missing goes left when its bin is taken for the lowest one.
      const shift = missingLeft ? 1 : 0;
      sort(at.bins + input * columnBytes, at.rows + 4 * from, at.rows + 4 * to, at.spare, bin + 1 + shift, shift, at.numbers);
      const right = count[0]! / 4;
      rows.set(spare.subarray(0, right), to - right);
      return to - right;
    },
  };
}
