export interface NumberFormat {
  /** Digits that count, from the first that is not zero; 4 unless said otherwise. */
  readonly significant?: number;
  /** Digits behind the point; takes the place of `significant`. */
  readonly decimals?: number;
  /** A plus sign before positive numbers: for losses, residuals, drifts. */
  readonly sign?: boolean;
}

/** What stands where there is no number. */
export const noNumber = "–";

/**
 * A number as it is written everywhere in the product, in both languages: point as decimal sign, commas between thousands,
 * a true minus sign. NaN and infinities are a dash, because a reader must never take them for a value.
 */
export function formatNumber(value: number | null | undefined, format: NumberFormat = {}): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return noNumber;
  const magnitude = Math.abs(value);
  const tooBig = magnitude >= 1e15;
  const tooSmall = magnitude > 0 && magnitude < 1e-6 && format.decimals === undefined;
  const digits = tooBig || tooSmall ? scientific(magnitude, format.significant ?? 4) : plain(magnitude, format);
  const isZero = !/[1-9]/.test(digits);
  const sign = isZero ? "" : value < 0 ? "−" : format.sign ? "+" : "";
  return sign + digits;
}

function plain(magnitude: number, format: NumberFormat): string {
  const significant = format.significant ?? 4;
  const decimals = format.decimals ?? decimalsFor(magnitude, significant);
  const [whole, part] = magnitude.toFixed(decimals).split(".") as [string, string | undefined];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  // Trailing zeros are kept only where the number of decimals was asked for.
  const tail = format.decimals === undefined ? part?.replace(/0+$/, "") : part;
  return tail ? `${grouped}.${tail}` : grouped;
}

function decimalsFor(magnitude: number, significant: number): number {
  if (magnitude === 0) return 0;
  // Through toExponential, because 9.9996 has its first digit one place higher once it is rounded.
  const exponent = Number(magnitude.toExponential(significant - 1).split("e")[1]);
  return Math.min(20, Math.max(0, significant - 1 - exponent));
}

function scientific(magnitude: number, significant: number): string {
  const [mantissa, exponent] = magnitude.toExponential(significant - 1).split("e") as [string, string];
  return `${mantissa.replace(/\.?0+$/, "")}e${Number(exponent)}`;
}
