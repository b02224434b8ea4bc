/** The first row at or after a time; rows when there is none. `time` ascends. */
export function firstRowFrom(time: Float64Array, at: number): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (time[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The rows to draw between two times: those within, and one to either side so that lines reach the edge. End excluded. */
export const rowsInView = (time: Float64Array, from: number, to: number): readonly [number, number] => [
  Math.max(0, firstRowFrom(time, from) - 1),
  Math.min(time.length, firstRowFrom(time, to) + 1),
];
