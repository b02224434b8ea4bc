/** Days of which less was judged are drawn pale: half a day's weather and load is not a day's. */
export const paleBelow = 0.5;

export interface DayBars {
  /** [days] percent; NaN on all other days. */
  readonly loss: Float64Array;
  readonly gain: Float64Array;
  readonly pale: Float64Array;
}

/** The loss of every day as one of three kinds of bar: a loss, a gain, or one that rests on little. */
export function dayBars(lossPercent: Float64Array, coverage: Float64Array): DayBars {
  const pick = (wanted: (loss: number, coverage: number) => boolean): Float64Array =>
    lossPercent.map((loss, day) => (wanted(loss, coverage[day]!) ? loss : Number.NaN));
  return {
    loss: pick((loss, share) => share >= paleBelow && loss >= 0),
    gain: pick((loss, share) => share >= paleBelow && loss < 0),
    pale: pick((_, share) => share < paleBelow),
  };
}
