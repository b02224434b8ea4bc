import { type Code, wasm as w } from "../signal/wasm/assembler.ts";
import { kernel } from "../signal/wasm/kernel.ts";

const blockRows = 32; // a block's similarities to 1,000 vectors are 256 KB and stay in the processor's second cache
const rowBytes = 8 * blockRows;
const power = 16;

// run(end of the rows, memory from … to, half squares, similarities from … to, tags from … to, expected, sums, nearest, constants)
const [zEnd, memoryFrom, memoryEnd, halves, near, nearEnd, tagsFrom, tagsEnd, expectedAt, sumsAt, leastAt, constants] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
];
const [row, pack, z, out, half] = [12, 13, 14, 15, 16];
const along = (direction: number, part: number): number => 17 + 2 * direction + part;
const [z0, z1, one, least, sum] = [25, 26, 27, 28, 29];

const addTo = (local: number, value: Code): Code => w.set(local, w.addPair(w.get(local), value));
const step = (local: number, bytes: number): Code => w.set(local, w.add(w.get(local), w.i32(bytes)));
const eachRow = (bytes: number, ...body: Code[]): Code[] => [
  w.set(row, w.i32(0)),
  w.doWhile(w.less(w.get(row), w.i32(rowBytes)), ...body, step(row, bytes)),
];

/** Products of packed vectors and the block's rows, four vectors and four rows at a time; `inFrom` is where the rows' values begin. */
const products = (inFrom: Code, inEnd: number, from: number, to: number, outAt: number): Code[] =>
  eachRow(
    32,
    w.set(pack, w.get(from)),
    w.set(out, w.add(w.get(outAt), w.get(row))),
    w.doWhile(
      w.less(w.get(pack), w.get(to)),
      ...[0, 1, 2, 3].flatMap((d) => [w.set(along(d, 0), w.zeroPair), w.set(along(d, 1), w.zeroPair)]),
      w.set(z, w.add(inFrom, w.get(row))),
      w.doWhile(
        w.less(w.get(z), w.get(inEnd)),
        w.set(z0, w.loadPair(w.get(z))),
        w.set(z1, w.loadPair(w.get(z), 16)),
        ...[0, 1, 2, 3].flatMap((d) => [
          w.set(one, w.loadTwice(w.get(pack), 8 * d)),
          addTo(along(d, 0), w.mulPair(w.get(one), w.get(z0))),
          addTo(along(d, 1), w.mulPair(w.get(one), w.get(z1))),
        ]),
        step(pack, 32),
        step(z, rowBytes),
      ),
      ...[0, 1, 2, 3].flatMap((d) => [
        w.storePair(w.get(out), w.get(along(d, 0)), d * rowBytes),
        w.storePair(w.get(out), w.get(along(d, 1)), d * rowBytes + 16),
      ]),
      step(out, 4 * rowBytes),
    ),
  );

/** Products become half squared distances, up to the row's own square, then weights; two rows at a time. */
const weights: Code[] = eachRow(
  16,
  w.set(least, w.loadTwice(w.get(constants), 16)),
  w.set(out, w.add(w.get(near), w.get(row))),
  w.set(half, w.get(halves)),
  w.doWhile(
    w.less(w.get(out), w.get(nearEnd)),
    w.set(one, w.subPair(w.loadTwice(w.get(half)), w.loadPair(w.get(out)))),
    w.storePair(w.get(out), w.get(one)),
    w.set(least, w.minPair(w.get(least), w.get(one))),
    step(half, 8),
    step(out, rowBytes),
  ),
  w.storePair(w.add(w.get(leastAt), w.get(row)), w.get(least)),
  w.set(sum, w.zeroPair),
  w.set(out, w.add(w.get(near), w.get(row))),
  w.doWhile(
    w.less(w.get(out), w.get(nearEnd)),
    w.set(one, w.mulPair(w.subPair(w.loadPair(w.get(out)), w.get(least)), w.loadTwice(w.get(constants)))),
    w.set(one, w.maxPair(w.zeroPair, w.subPair(w.loadTwice(w.get(constants), 8), w.get(one)))),
    ...[1, 2, 3, 4].map(() => w.set(one, w.mulPair(w.get(one), w.get(one)))),
    w.storePair(w.get(out), w.get(one)),
    addTo(sum, w.get(one)),
    step(out, rowBytes),
  ),
  w.storePair(w.add(w.get(sumsAt), w.get(row)), w.get(sum)),
);

const { run, reserve } = kernel({
  params: 12,
  locals: [...new Array<"i32">(5).fill("i32"), ...new Array<"v128">(13).fill("v128")],
  body: [
    ...products(w.i32(0), zEnd, memoryFrom, memoryEnd, near),
    ...weights,
    ...products(w.get(near), nearEnd, tagsFrom, tagsEnd, expectedAt),
  ],
});

const upToFour = (count: number): number => 4 * Math.ceil(count / 4);

/** [groups of four][inner][4]: four vectors side by side, value by value; what is missing of the last four is zeros. */
function packed(count: number, inner: number, at: (vector: number, k: number) => number): Float64Array {
  const pack = new Float64Array(upToFour(count) * inner);
  for (let v = 0; v < count; v++) for (let k = 0; k < inner; k++) pack[((v >> 2) * inner + k) * 4 + (v & 3)] = at(v, k);
  return pack;
}

interface Packs {
  readonly byTag: Float64Array;
  readonly halfSquares: Float64Array;
  readonly byVector: Float64Array;
}

// Explanations ask for few rows of the same memory over and over.
const known = new WeakMap<Float64Array, Packs>();

function packsOf(memory: Float64Array, tags: number): Packs {
  const found = known.get(memory);
  if (found) return found;
  const vectors = memory.length / tags;
  const padded = upToFour(vectors);
  const halfSquares = new Float64Array(padded).fill(Number.POSITIVE_INFINITY);
  for (let v = 0; v < vectors; v++) {
    let square = 0;
    for (let j = 0; j < tags; j++) square += memory[v * tags + j]! ** 2;
    halfSquares[v] = square / 2;
  }
  const packs = {
    byTag: packed(vectors, tags, (v, j) => memory[v * tags + j]!),
    halfSquares,
    byVector: packed(tags, padded, (j, v) => (v < vectors ? memory[v * tags + j]! : 0)),
  };
  known.set(memory, packs);
  return packs;
}

/**
 * What a memory of normal rows expects of each row: the mean of the remembered rows, each weighed by its nearness to the row
 * (kernel regression: Nadaraya, Theory Probab. Appl. 9 (1964) 141–142; of a row by itself: Hines & Garvey, J. Pattern Recognit. Res. 1
 * (2006) 2–15). The weight is (1 − x/16)¹⁶ of x = (d² − nearest d²) / 2h², nothing beyond 16: the Gaussian's shape without its endless tail.
 * @param memory [vectors × tags]. @param bandwidth h, in the unit of the rows. @param columns [tags][rows]; a row with a NaN gives NaN.
 * @returns expected [tags][rows]; nearest [rows] squared distance to the nearest vector.
 */
export function similarityExpectation(
  memory: Float64Array,
  bandwidth: number,
  columns: readonly Float64Array[],
): { expected: Float64Array[]; nearest: Float64Array } {
  const tags = columns.length;
  const vectors = memory.length / tags;
  const rows = columns[0]?.length ?? 0;
  const padded = upToFour(vectors);
  const sizes = [
    tags * blockRows,
    padded * tags,
    padded,
    padded * blockRows,
    upToFour(tags) * padded,
    upToFour(tags) * blockRows,
    blockRows,
    blockRows,
    4,
  ];
  const at: number[] = [];
  let end = 0;
  for (const size of sizes) {
    at.push(end);
    end += 8 * size;
  }
  const [, packAt, halfAt, nearAt, tagPackAt, expectAt, sumAt, nearestAt, constantAt] = at as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const { byTag, halfSquares, byVector } = packsOf(memory, tags);
  const view = reserve(end);
  view.f64(packAt, sizes[1]!).set(byTag);
  view.f64(halfAt, padded).set(halfSquares);
  view.f64(tagPackAt, sizes[4]!).set(byVector);
  view.f64(constantAt, 4).set([1 / (power * bandwidth ** 2), 1, Number.POSITIVE_INFINITY, 0]);
  const places = [
    tags * rowBytes,
    ...[packAt, packAt + 8 * sizes[1]!, halfAt, nearAt, nearAt + padded * rowBytes],
    ...[tagPackAt, tagPackAt + 8 * sizes[4]!, expectAt, sumAt, nearestAt, constantAt],
  ];
  const block = columns.map((_, j) => view.f64(j * rowBytes, blockRows));
  const answers = columns.map((_, j) => view.f64(expectAt + j * rowBytes, blockRows));
  const sums = view.f64(sumAt, blockRows);
  const leasts = view.f64(nearestAt, blockRows);
  const expected = columns.map(() => new Float64Array(rows));
  const nearest = new Float64Array(rows);
  for (let start = 0; start < rows; start += blockRows) {
    const size = Math.min(blockRows, rows - start);
    for (let j = 0; j < tags; j++) block[j]!.set(columns[j]!.subarray(start, start + size));
    run(...places);
    for (let i = 0; i < size; i++) {
      let square = 0;
      for (let j = 0; j < tags; j++) {
        square += block[j]![i]! ** 2;
        expected[j]![start + i] = answers[j]![i]! / sums[i]!;
      }
      nearest[start + i] = Math.max(0, square + 2 * leasts[i]!);
    }
  }
  return { expected, nearest };
}
