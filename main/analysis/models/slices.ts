/** Cuts an array into pieces of the given lengths, one behind the other. */
export function slices(all: Float64Array, lengths: Iterable<number>): Float64Array[] {
  const pieces: Float64Array[] = [];
  let at = 0;
  for (const length of lengths) {
    pieces.push(all.slice(at, at + length));
    at += length;
  }
  return pieces;
}
