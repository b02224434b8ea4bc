/** Exponents of base quantities by symbol: speed is `{ m: 1, s: -1 }`. A unit nobody knows is a base of its own. */
export type Dimension = Readonly<Record<string, number>>;

/** a + times · b over the exponents; bases that cancel are gone. */
export function combineDimensions(a: Dimension, b: Dimension, times: number): Dimension {
  const sum: Record<string, number> = { ...a };
  for (const [base, exponent] of Object.entries(b)) {
    // Roots of squares must cancel exactly, so exponents are kept to a thousandth.
    const value = Math.round(((sum[base] ?? 0) + times * exponent) * 1000) / 1000;
    if (value === 0) delete sum[base];
    else sum[base] = value;
  }
  return sum;
}

/** The same text for the same dimension, "" for a pure number. */
export function dimensionKey(dimension: Dimension): string {
  return Object.keys(dimension)
    .sort()
    .map((base) => `${base}${dimension[base]}`)
    .join(" ");
}
