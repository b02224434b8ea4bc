import type { Dataset, Metadata } from "h5wasm/node";
import type { MatMatrix } from "../mat/mat-value.ts";
import { twoDimensions } from "../mat/two-dimensions.ts";
import { withHdf5 } from "./hdf5-library.ts";

/** Type classes of HDF5. */
export const h5 = { integer: 0, float: 1, string: 3, compound: 6, reference: 7, enumeration: 8 } as const;

/** Numbers read at once; wider blocks are read in pieces. */
const pieceNumbers = 1 << 20;

export interface Hdf5Numbers {
  readonly path: string;
  readonly dataset: string;
  readonly shape: readonly number[];
  /** MATLAB writes its dimensions the other way round. */
  readonly reversed: boolean;
  /** Which member of a compound the numbers are. */
  readonly member: number | undefined;
}

/** Whether a type is one of numbers that the library can give out. */
export const isNumeric = ({ type, size }: Pick<Metadata, "type" | "size">): boolean =>
  type === h5.integer || type === h5.enumeration || (type === h5.float && (size === 4 || size === 8));

/** The numbers of a data set in one or two dimensions, read piece by piece; undefined for more dimensions. */
export function hdf5Matrix({ path, dataset, shape, reversed, member }: Hdf5Numbers): MatMatrix | undefined {
  const outer = reversed ? shape.toReversed() : shape.length === 1 ? [shape[0]!, 1] : shape;
  const flat = twoDimensions(outer);
  if (!flat) return undefined;
  /** Dimension of the data set that an axis runs along; -1 where that axis has length 1 of its own making. */
  const along = dimensionsOf(shape, reversed);

  return {
    shape: flat,
    there: flat,
    block: (axis, from, count, wanted) =>
      withHdf5(path, (file) => {
        const lines = wanted.map((want) => (want ? new Float64Array(count).fill(NaN) : null));
        const first = wanted.indexOf(true);
        const last = wanted.lastIndexOf(true);
        if (first < 0) return lines;
        const data = file.get(dataset) as Dataset;
        const [own, other] = axis === 0 ? along : ([along[1], along[0]] as const);
        const width = last - first + 1;
        const step = Math.max(1, Math.floor(pieceNumbers / width));
        const until = Math.min(count, flat[axis] - from);
        for (let done = 0; done < until; done += step) {
          const run = Math.min(step, until - done);
          const ranges = shape.map((_, dimension): [number, number] => {
            if (dimension === own) return [from + done, from + done + run];
            return dimension === other ? [first, last + 1] : [0, 1];
          });
          const found = numbersOf(data, ranges);
          if (!found) continue;
          // The later dimension of the data set runs fastest.
          const [stride, lineStride] = own > other ? [1, run] : [width, 1];
          for (const [k, line] of lines.entries()) {
            if (!line) continue;
            const base = (k - first) * (other < 0 ? 0 : lineStride);
            fillLine(found, { base, stride: other < 0 ? 1 : stride, count: run, member }, line.subarray(done));
          }
        }
        return lines;
      }),
  };
}

/** Numbers of a piece; undefined where it is damaged: its places stay without a sample, the others can still be read. */
function numbersOf(data: Dataset, ranges: [number, number][]): ArrayLike<unknown> | undefined {
  try {
    return data.slice(ranges) as unknown as ArrayLike<unknown>;
  } catch {
    return undefined;
  }
}

function fillLine(
  found: ArrayLike<unknown>,
  { base, stride, count, member }: { base: number; stride: number; count: number; member: number | undefined },
  into: Float64Array,
): void {
  for (let k = 0; k < count; k++) {
    const value = found[base + k * stride];
    into[k] = Number(member === undefined ? value : (value as readonly unknown[])[member]);
  }
}

/** The data set's dimensions that the rows and the columns run along. */
function dimensionsOf(shape: readonly number[], reversed: boolean): readonly [number, number] {
  if (shape.length === 1) return reversed ? [0, -1] : [0, -1];
  if (shape.length === 2) return reversed ? [1, 0] : [0, 1];
  const long = shape.flatMap((length, dimension) => (length === 1 ? [] : [dimension]));
  const [first, second] = reversed ? [long.at(-1) ?? 0, long.at(-2) ?? -1] : [long[0] ?? 0, long[1] ?? -1];
  return [first, second];
}
