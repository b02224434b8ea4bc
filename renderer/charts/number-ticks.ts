/**
 * Round numbers to write on a value axis: multiples of 1, 2 or 5 times a power of ten (Heckbert, Graphics Gems, 1990, 61–63).
 * @param low, high ends of what is drawn, low < high.
 * @param atMost how many there is room for, at least 2.
 * @returns ascending, all within [low, high].
 */
export function numberTicks(low: number, high: number, atMost: number): number[] {
  const step = niceStep((high - low) / Math.max(1, atMost - 1));
  const ticks: number[] = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + step * 1e-9; k++) ticks.push(rounded(k * step, step));
  return ticks;
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  // 0.3 / 6 is 0.05000000000000001 and still means 0.05.
  const share = (rough / power) * (1 - 1e-9);
  return (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10) * power;
}

/** 3 * 0.1 is 0.3, not 0.30000000000000004. */
const rounded = (value: number, step: number): number => {
  const decimals = Math.max(0, -Math.floor(Math.log10(step)));
  return decimals > 20 ? value : Number(value.toFixed(decimals));
};
