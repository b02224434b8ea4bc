import { type Code, wasm as w } from "./wasm/assembler.ts";
import { kernel } from "./wasm/kernel.ts";

/** Rows of a block: 50 columns of 512 rows are 200 KB and stay in the processor's second cache. */
export const productRows = 512;
const columnBytes = 8 * productRows;

// run(columns in bytes, offset of the products in bytes of a column, …): locals by number.
const [end, products, rowBytes, a, b, row, at] = [0, 1, 2, 3, 4, 5, 6];
const sum = (k: number, l: number): number => 7 + 2 * k + l;
const [left, right0, right1] = [15, 16, 17];

const load = (column: number, k: number): Code => w.loadPair(w.add(w.get(column), w.get(row)), k * columnBytes);

/**
 * Adds the product of every column with every later one: four columns by two at a time, two rows at a time, so that a
 * number is loaded once for several products and the eight sums stay in registers.
 */
const { run, reserve } = kernel({
  params: 3,
  locals: ["i32", "i32", "i32", "i32", "v128", "v128", "v128", "v128", "v128", "v128", "v128", "v128", "v128", "v128", "v128"],
  body: [
    w.set(a, w.i32(0)),
    w.doWhile(
      w.less(w.get(a), w.get(end)),
      w.set(b, w.get(a)),
      w.doWhile(
        w.less(w.get(b), w.get(end)),
        ...[0, 1, 2, 3].flatMap((k) => [w.set(sum(k, 0), w.zeroPair), w.set(sum(k, 1), w.zeroPair)]),
        w.set(row, w.i32(0)),
        w.doWhile(
          w.less(w.get(row), w.i32(columnBytes)),
          w.set(right0, load(b, 0)),
          w.set(right1, load(b, 1)),
          ...[0, 1, 2, 3].flatMap((k) => [
            w.set(left, load(a, k)),
            w.set(sum(k, 0), w.addPair(w.get(sum(k, 0)), w.mulPair(w.get(left), w.get(right0)))),
            w.set(sum(k, 1), w.addPair(w.get(sum(k, 1)), w.mulPair(w.get(left), w.get(right1)))),
          ]),
          w.set(row, w.add(w.get(row), w.i32(16))),
        ),
        // Byte offset of product [a, b]: a / columnBytes rows of rowBytes, b / columnBytes numbers of eight bytes.
        w.set(
          at,
          w.add(w.get(products), w.add(w.mul(w.shiftRight(w.get(a), 12), w.get(rowBytes)), w.shiftLeft(w.shiftRight(w.get(b), 12), 3))),
        ),
        ...[0, 1, 2, 3].flatMap((k) => [
          ...[0, 1].map((l) => w.storeF64(w.get(at), w.addF64(w.loadF64(w.get(at), 8 * l), w.foldPair(w.get(sum(k, l)))), 8 * l)),
          w.set(at, w.add(w.get(at), w.get(rowBytes))),
        ]),
        w.set(b, w.add(w.get(b), w.i32(2 * columnBytes))),
      ),
      w.set(a, w.add(w.get(a), w.i32(4 * columnBytes))),
    ),
  ],
});

/**
 * Sums of products of columns, block by block: fill the block, `add()` it, read the products in the end.
 * @param count columns. A block column is `productRows` long; what it lacks of rows must be zeros.
 * @returns `column(j)` the values of block column j to be filled; `products()` [count × count], upper triangle only.
 */
export function columnProducts(count: number): { column(j: number): Float64Array; add(): void; products(): Float64Array } {
  const padded = 4 * Math.ceil(count / 4);
  const offset = padded * columnBytes;
  const memory = reserve(offset + 8 * padded * padded);
  memory.f64(0, offset / 8 + padded * padded).fill(0);
  return {
    column: (j) => memory.f64(j * columnBytes, productRows),
    add: () => run(offset, offset, 8 * padded),
    products() {
      const all = memory.f64(offset, padded * padded);
      return Float64Array.from({ length: count * count }, (_, at) => all[Math.floor(at / count) * padded + (at % count)]!);
    },
  };
}
