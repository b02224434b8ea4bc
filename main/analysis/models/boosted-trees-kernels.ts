import { assemble, type Code, type WasmFunction, wasm as w } from "../signal/wasm/assembler.ts";
import { tree as t } from "./boosted-trees-instructions.ts";

/** A kernel on a memory: all it is given are byte addresses and whole numbers. */
export type TreeKernel = (...values: number[]) => void;

/** Compiled once; put on a memory by the caller. Nearly all the time of trees is spent in these loops. */
export function treeKernel(fn: WasmFunction): (memory: WebAssembly.Memory) => TreeKernel {
  const module = new WebAssembly.Module(assemble(fn));
  return (memory) => new WebAssembly.Instance(module, { env: { memory } }).exports.run as TreeKernel;
}

/** Bytes of the limits that `binKernel` reads. */
export const limitBytes = 8 * 255;

/**
 * (values, end of the values, limits, out): the bin of every value, one byte each: how many of the 255 limits, padded with infinity,
 * are below it; 255 for what is not a number. Eight halvings without a branch.
 */
export const binKernel = treeKernel(
  ((): WasmFunction => {
    const [values, end, limits, out, below, value] = [0, 1, 2, 3, 4, 5];
    const step = (size: number): Code =>
      // below += size where value > limits[below + size − 1]
      w.set(
        below,
        w.add(
          w.get(below),
          w.shiftLeft(
            t.gtF64(w.get(value), w.loadF64(w.add(w.get(limits), w.shiftLeft(w.get(below), 3)), 8 * (size - 1))),
            Math.log2(size),
          ),
        ),
      );
    return {
      params: 4,
      locals: ["i32", "f64"],
      body: [
        w.doWhile(
          w.less(w.get(values), w.get(end)),
          w.set(value, w.loadF64(w.get(values))),
          w.set(below, w.i32(0)),
          ...[128, 64, 32, 16, 8, 4, 2, 1].map(step),
          // x − x is 0 for a number alone.
          t.storeU8(w.get(out), t.select(t.eqF64(t.subF64(w.get(value), w.get(value)), t.zeroF64), w.get(below), w.i32(255))),
          w.set(out, w.add(w.get(out), w.i32(1))),
          w.set(values, w.add(w.get(values), w.i32(8))),
        ),
      ],
    };
  })(),
);

/** (numbers, rows, end of the rows, out): `out` gets the largest size among the numbers of the rows. */
export const largestKernel = treeKernel(
  ((): WasmFunction => {
    const [numbers, rows, end, out, largest] = [0, 1, 2, 3, 4];
    const number = w.loadF64(w.add(w.get(numbers), w.shiftLeft(w.loadI32(w.get(rows)), 3)));
    return {
      params: 4,
      locals: ["f64"],
      body: [
        w.doWhile(
          w.less(w.get(rows), w.get(end)),
          w.set(largest, t.maxF64(w.get(largest), t.absF64(number))),
          w.set(rows, w.add(w.get(rows), w.i32(4))),
        ),
        w.storeF64(w.get(out), w.get(largest)),
      ],
    };
  })(),
);

/** (residual, packed, rows, end of the rows, factors): packed = nearest(residual · first factor) · second factor + 1, for those rows. */
export const packKernel = treeKernel(
  ((): WasmFunction => {
    const [residual, packed, rows, end, factors, at] = [0, 1, 2, 3, 4, 5];
    const whole = t.nearestF64(t.mulF64(w.loadF64(w.add(w.get(residual), w.get(at))), w.loadF64(w.get(factors))));
    return {
      params: 5,
      locals: ["i32"],
      body: [
        w.doWhile(
          w.less(w.get(rows), w.get(end)),
          w.set(at, w.shiftLeft(w.loadI32(w.get(rows)), 3)),
          w.storeF64(w.add(w.get(packed), w.get(at)), w.addF64(t.mulF64(whole, w.loadF64(w.get(factors), 8)), t.oneF64)),
          w.set(rows, w.add(w.get(rows), w.i32(4))),
        ),
      ],
    };
  })(),
);

/** (numbers, rows, end of the rows, out): the numbers of the rows, one behind the other. */
export const gatherKernel = treeKernel(
  ((): WasmFunction => {
    const [numbers, rows, end, out] = [0, 1, 2, 3];
    return {
      params: 4,
      locals: [],
      body: [
        w.doWhile(
          w.less(w.get(rows), w.get(end)),
          w.storeF64(w.get(out), w.loadF64(w.add(w.get(numbers), w.shiftLeft(w.loadI32(w.get(rows)), 3)))),
          w.set(rows, w.add(w.get(rows), w.i32(4))),
          w.set(out, w.add(w.get(out), w.i32(8))),
        ),
      ],
    };
  })(),
);

/**
 * (histogram, words, rows, amounts, end of the rows): adds the amount of every row of a node to its bin in the histograms of four
 * inputs, which stand behind each other, 256 doubles each.
 */
export const histogramKernel = treeKernel(
  ((): WasmFunction => {
    const [histogram, words, rows, amounts, end, word, at, amount] = [0, 1, 2, 3, 4, 5, 6, 7];
    const bytes = 8 * 256;
    const add = (input: number): Code[] => [
      // Byte `input` of the word, times the eight bytes of a double.
      w.set(
        at,
        w.add(
          w.get(histogram),
          t.and(input === 0 ? w.shiftLeft(w.get(word), 3) : w.shiftRight(w.get(word), 8 * input - 3), w.i32(8 * 255)),
        ),
      ),
      w.storeF64(w.get(at), w.addF64(w.loadF64(w.get(at), bytes * input), w.get(amount)), bytes * input),
    ];
    return {
      params: 5,
      locals: ["i32", "i32", "f64"],
      body: [
        w.doWhile(
          w.less(w.get(rows), w.get(end)),
          w.set(word, w.loadI32(w.add(w.get(words), w.shiftLeft(w.loadI32(w.get(rows)), 2)))),
          w.set(amount, w.loadF64(w.get(amounts))),
          ...[0, 1, 2, 3].flatMap(add),
          w.set(rows, w.add(w.get(rows), w.i32(4))),
          w.set(amounts, w.add(w.get(amounts), w.i32(8))),
        ),
      ],
    };
  })(),
);

/**
 * (bins, rows, end of the rows, spare, cut, shift, out): sorts the rows of a node. Those whose bin, counted on by the shift (255 becomes
 * 0), is below the cut stay in front, the others go to `spare`, both in their order; `out` gets the bytes of the others.
 */
export const divideKernel = treeKernel(
  ((): WasmFunction => {
    const [bins, rows, end, spare, cut, shift, out, row, stays, left, right] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    const bin = t.and(w.add(t.loadU8(w.add(w.get(bins), w.get(row))), w.get(shift)), w.i32(255));
    return {
      params: 7,
      locals: ["i32", "i32", "i32", "i32"],
      body: [
        w.set(left, w.get(rows)),
        w.set(right, w.get(spare)),
        w.doWhile(
          w.less(w.get(rows), w.get(end)),
          w.set(row, w.loadI32(w.get(rows))),
          w.set(stays, w.shiftLeft(w.less(bin, w.get(cut)), 2)),
          // Both places are written; one of them moves on.
          t.storeI32(w.get(left), w.get(row)),
          t.storeI32(w.get(right), w.get(row)),
          w.set(left, w.add(w.get(left), w.get(stays))),
          w.set(right, w.add(w.get(right), w.sub(w.i32(4), w.get(stays)))),
          w.set(rows, w.add(w.get(rows), w.i32(4))),
        ),
        t.storeI32(w.get(out), w.sub(w.get(right), w.get(spare))),
      ],
    };
  })(),
);
