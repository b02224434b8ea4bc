import type { Relations } from "./relations.ts";

const mostTags = 8; // a person can hold no more in mind, and a cause seldom moves more by itself
/** How plain a departure must be: what each tag must explain, and the squared distance that is left alone. */
export interface Plainness {
  readonly leastGain: number;
  readonly usual: number;
}

const rowGain = 9; // three standard deviations, squared

/**
 * Which tags of a row are off, given the others: the fewest that explain it. One tag after the other takes the value that the rest ask for, each
 * time the one that leaves least (reconstruction-based contributions: Alcala & Qin, Automatica 45 (2009) 1593–1600; chosen as in
 * orthogonal matching pursuit: Pati, Rezaiifar & Krishnaprasad, Asilomar Conf. (1993) 40–44), until what is left is usual. So a fault of one tag is
 * not smeared over its neighbours, and the same cause looks the same at another load.
 * @param z [tags] the row in standard deviations, without NaN. @param plainness of a single row unless said otherwise. @returns [tags] measured − expected in standard deviations (`scale`) of the tag, 0 where it is not off.
 */
export function departures({ precision, usual: usualRow }: Relations, z: Float64Array, plainness?: Plainness): Float64Array {
  const { leastGain, usual } = plainness ?? { leastGain: rowGain, usual: usualRow };
  const size = z.length;
  const off = new Float64Array(size);
  const chosen: number[] = [];
  const whole = times(precision, size, z);
  let left = whole;
  let remaining = z;
  const most = Math.min(mostTags, Math.floor(size / 2));
  while (chosen.length < most && dot(remaining, left) > usual) {
    let best = -1;
    let gain = leastGain;
    for (let j = 0; j < size; j++) {
      const gone = left[j]! ** 2 / precision[j * size + j]!;
      if (gone > gain && !chosen.includes(j)) {
        best = j;
        gain = gone;
      }
    }
    if (best < 0) break;
    chosen.push(best);
    const offs = solved(precision, size, chosen, whole);
    if (offs === undefined) {
      chosen.pop();
      break;
    }
    remaining = z.slice();
    off.fill(0);
    chosen.forEach((j, k) => {
      off[j] = offs[k]!;
      remaining[j]! -= offs[k]!;
    });
    left = times(precision, size, remaining);
  }
  return off;
}

/**
 * How far the chosen tags of a row are from what all others tell of them, none of the chosen having a say.
 * @param z as above. @returns [chosen] in standard deviations of each; undefined where the others do not tell.
 */
export const departuresOf = ({ precision }: Relations, z: Float64Array, chosen: readonly number[]): number[] | undefined =>
  solved(precision, z.length, chosen, times(precision, z.length, z));

function times(matrix: Float64Array, size: number, vector: Float64Array): Float64Array {
  const product = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += matrix[i * size + k]! * vector[k]!;
    product[i] = sum;
  }
  return product;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, x, i) => sum + x * b[i]!, 0);

/** Solves the chosen rows and columns of the matrix for the chosen values, by elimination with pivots; undefined where they do not tell. */
function solved(matrix: Float64Array, size: number, chosen: readonly number[], values: Float64Array): number[] | undefined {
  const rows = chosen.map((i) => [...chosen.map((j) => matrix[i * size + j]!), values[i]!]);
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    if (Math.abs(rows[pivot]![c]!) < 1e-12) return undefined;
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const factor = rows[r]![c]! / rows[c]![c]!;
      for (let k = c; k <= n; k++) rows[r]![k]! -= factor * rows[c]![k]!;
    }
  }
  return rows.map((row, c) => row[n]! / row[c]!);
}
