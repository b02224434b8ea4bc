const blocks = 10;

/**
 * Rows to learn from, and rows to watch: two blocks of ten, so that what is watched is not beside what is learned row by row, and
 * comes from more than one time.
 * @param rows in order of time, at least ten.
 */
export function blocksToWatch(rows: number): { learned: Int32Array; watched: Int32Array } {
  const isWatched = (row: number) => Math.floor((row * blocks) / rows) % 5 === 3;
  const all = Int32Array.from({ length: rows }, (_, row) => row);
  return { learned: all.filter((row) => !isWatched(row)), watched: all.filter(isWatched) };
}
