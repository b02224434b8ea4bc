interface Shape {
  readonly min: readonly (number | null)[];
  readonly max: readonly (number | null)[];
}

/**
 * The least and greatest of each slice as upright strokes, joined with the slice before so that a line stays a line; a slice without a sample leaves a
 * hole. Every stroke is at least a pixel high: one sample is never invisible.
 * @param height in pixels; a slice is one pixel wide.
 */
export function shapePath({ min, max }: Shape, height: number): string {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const v of min) if (v !== null && v < low) low = v;
  for (const v of max) if (v !== null && v > high) high = v;
  if (low > high) return "";
  const inner = height - 2;
  const y = (v: number): number => 1 + (high > low ? ((high - v) / (high - low)) * inner : inner / 2);
  const strokes: string[] = [];
  let before: { top: number; bottom: number } | undefined;
  for (let k = 0; k < min.length; k++) {
    const least = min[k];
    const most = max[k];
    if (least === null || least === undefined || most === null || most === undefined) {
      before = undefined;
      continue;
    }
    let top = y(most);
    let bottom = y(least);
    const own = { top, bottom };
    if (before) {
      top = Math.min(top, before.bottom);
      bottom = Math.max(bottom, before.top);
    }
    if (bottom - top < 1) {
      const middle = (top + bottom) / 2;
      top = middle - 0.5;
      bottom = middle + 0.5;
    }
    strokes.push(`M${k + 0.5} ${round(top)}V${round(bottom)}`);
    before = own;
  }
  return strokes.join("");
}

const round = (v: number): number => Math.round(v * 10) / 10;
