/** Distance of every window from the most similar one of the reference, pair by pair: root of 2 (1 − Pearson's correlation). */
export function naiveMatrixProfile(values: readonly number[], reference: readonly number[], length: number, apart = 0): number[] {
  return values.map((_, end) => {
    const start = end - length + 1;
    if (start < 0) return Number.NaN;
    let nearest = Number.NaN;
    for (let other = 0; other + length <= reference.length; other++) {
      if (Math.abs(start - other) < apart) continue;
      const distance = distanceOf(values.slice(start, end + 1), reference.slice(other, other + length));
      if (!(nearest <= distance)) nearest = Number.isNaN(distance) ? nearest : distance;
    }
    return nearest;
  });
}

function distanceOf(a: readonly number[], b: readonly number[]): number {
  const centred = (some: readonly number[]) => some.map((v) => v - some.reduce((sum, x) => sum + x, 0) / some.length);
  const [x, y] = [centred(a), centred(b)];
  const product = (p: readonly number[], q: readonly number[]) => p.reduce((sum, v, k) => sum + v * q[k]!, 0);
  return Math.sqrt(Math.max(0, 2 * (1 - product(x, y) / Math.sqrt(product(x, x) * product(y, y)))));
}
