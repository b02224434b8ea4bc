/**
 * The highest limit that each row and all rows of the on-delay before it lie above.
 * @param time [rows] ms, ascending. @param score [rows] without NaN.
 * @returns [rows] NaN where the score has not been there, without a gap, for as long as the on-delay.
 */
export function sustained(time: Float64Array, score: Float64Array, onDelayMs: number, gapMs: number): Float64Array {
  const held = new Float64Array(score.length).fill(Number.NaN);
  // Rows that can still be the least of a window, oldest first; their scores ascend.
  const least = new Int32Array(score.length);
  let head = 0;
  let tail = 0;
  let opening = 0; // the window's first row: the last one that is as old as the on-delay
  for (let i = 0; i < score.length; i++) {
    if (i > 0 && time[i]! - time[i - 1]! > gapMs) {
      opening = i;
      head = tail = 0;
    }
    while (tail > head && score[least[tail - 1]!]! >= score[i]!) tail--;
    least[tail++] = i;
    const oldest = time[i]! - onDelayMs;
    if (time[opening]! > oldest) continue;
    while (opening < i && time[opening + 1]! <= oldest) opening++;
    while (least[head]! < opening) head++;
    held[i] = score[least[head]!]!;
  }
  return held;
}
