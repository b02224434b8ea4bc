import { BLANK, CR, LF, QUOTE } from "../byte-codes.ts";

const longestQuoted = 8192; // a quote that is not closed within this many bytes is a stray one

export interface ClosedQuote {
  /** Place of the closing quote. */
  readonly quote: number;
  /** Place of what ends the cell: delimiter, LF, or the CR of a CR LF. */
  readonly end: number;
  /** Whether quotes stand doubled inside. */
  readonly doubled: boolean;
}

/** The quote that closes the one at `open`, if what stands behind it ends the cell. A quoted cell may run over line ends. */
export function closingQuote(bytes: Uint8Array, open: number, to: number, delimiter: number): ClosedQuote | undefined {
  const limit = Math.min(to, open + longestQuoted);
  let doubled = false;
  for (let q = open + 1; q < limit; q++) {
    if (bytes[q] !== QUOTE) continue;
    if (bytes[q + 1] === QUOTE) {
      doubled = true;
      q++;
      continue;
    }
    let end = q + 1;
    while (bytes[end] === BLANK && delimiter !== BLANK) end++;
    if (bytes[end] === delimiter || bytes[end] === LF) return { quote: q, end, doubled };
    if (bytes[end] !== CR) return undefined;
    while (bytes[end] === CR) end++;
    return bytes[end] === LF ? { quote: q, end: end - 1, doubled } : undefined;
  }
  return undefined;
}
