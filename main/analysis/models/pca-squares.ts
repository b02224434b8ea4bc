import { type Code, wasm as w } from "../signal/wasm/assembler.ts";
import { kernel } from "../signal/wasm/kernel.ts";

/** Rows of a block: 50 tags of 256 rows are 100 KB and stay in the processor's second cache. */
export const squareRows = 256;
const tagBytes = 8 * squareRows;

// run(end of the rows, bytes of z, directions from … to, sums): locals by number.
const [tagsEnd, packFrom, packEnd, sums, row, pack, z] = [0, 1, 2, 3, 4, 5, 6];
const along = (direction: number, half: number): number => 7 + 2 * direction + half;
const [total0, total1, z0, z1, one] = [15, 16, 17, 18, 19];

const addTo = (local: number, value: Code): Code => w.set(local, w.addPair(w.get(local), value));

/** Squared lengths along directions, four rows and four directions at a time. A row's sums do not depend on its neighbours. */
const { run, reserve } = kernel({
  params: 4,
  locals: ["i32", "i32", "i32", ...new Array<"v128">(13).fill("v128")],
  body: [
    w.set(row, w.i32(0)),
    w.doWhile(
      w.less(w.get(row), w.i32(tagBytes)),
      w.set(total0, w.zeroPair),
      w.set(total1, w.zeroPair),
      w.set(pack, w.get(packFrom)),
      w.doWhile(
        w.less(w.get(pack), w.get(packEnd)),
        ...[0, 1, 2, 3].flatMap((d) => [w.set(along(d, 0), w.zeroPair), w.set(along(d, 1), w.zeroPair)]),
        w.set(z, w.get(row)),
        w.doWhile(
          w.less(w.get(z), w.get(tagsEnd)),
          w.set(z0, w.loadPair(w.get(z))),
          w.set(z1, w.loadPair(w.get(z), 16)),
          ...[0, 1, 2, 3].flatMap((d) => [
            w.set(one, w.loadTwice(w.get(pack), 8 * d)),
            addTo(along(d, 0), w.mulPair(w.get(one), w.get(z0))),
            addTo(along(d, 1), w.mulPair(w.get(one), w.get(z1))),
          ]),
          w.set(pack, w.add(w.get(pack), w.i32(32))),
          w.set(z, w.add(w.get(z), w.i32(tagBytes))),
        ),
        ...[0, 1, 2, 3].flatMap((d) => [
          addTo(total0, w.mulPair(w.get(along(d, 0)), w.get(along(d, 0)))),
          addTo(total1, w.mulPair(w.get(along(d, 1)), w.get(along(d, 1)))),
        ]),
      ),
      w.storePair(w.add(w.get(sums), w.get(row)), w.get(total0)),
      w.storePair(w.add(w.get(sums), w.get(row)), w.get(total1), 16),
      w.set(row, w.add(w.get(row), w.i32(32))),
    ),
  ],
});

/**
 * Squared lengths of rows along groups of directions.
 * @param tags numbers of a row. @param groups [directions × tags] each, any number of directions, even none.
 * @returns `block(j)` the values of tag j to be filled, `squareRows` of them; `square(g)` the squared lengths of the
 *   block's rows along the directions of group g.
 */
export function pcaSquares(
  tags: number,
  groups: readonly Float64Array[],
): { block(j: number): Float64Array; square(group: number): Float64Array } {
  // Four directions side by side, tag by tag; what is missing of the last four is zeros.
  const packs = groups.map((directions) => {
    const count = directions.length / tags;
    const packed = new Float64Array(4 * Math.ceil(count / 4) * tags);
    for (let d = 0; d < count; d++) for (let j = 0; j < tags; j++) packed[((d >> 2) * tags + j) * 4 + (d & 3)] = directions[d * tags + j]!;
    return packed;
  });
  const sumsAt = tags * tagBytes;
  const starts = packs.map((_, g) => sumsAt + tagBytes + packs.slice(0, g).reduce((bytes, pack) => bytes + pack.byteLength, 0));
  const end = packs.reduce((bytes, pack) => bytes + pack.byteLength, sumsAt + tagBytes);
  const memory = reserve(end);
  packs.forEach((pack, g) => {
    memory.f64(starts[g]!, pack.length).set(pack);
  });
  const sums = memory.f64(sumsAt, squareRows);
  return {
    block: (j) => memory.f64(j * tagBytes, squareRows),
    square(group) {
      if (packs[group]!.length === 0) return sums.fill(0);
      run(sumsAt, starts[group]!, starts[group]! + packs[group]!.byteLength, sumsAt);
      return sums;
    },
  };
}
