/** Rows and columns of a sheet at most (ECMA-376 leaves it open; every spreadsheet program keeps to it). */
export const mostRows = 1_048_576;
export const mostColumns = 16_384;

/** Row and column of a place such as `B12`, counted from 0; undefined where it is none of a sheet. */
export function cellPlace(reference: string): { row: number; column: number } | undefined {
  let column = 0;
  let p = 0;
  for (; p < reference.length; p++) {
    const letter = reference.charCodeAt(p) & 0xdf; // as a capital
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > mostColumns) return undefined;
  }
  const row = Number(reference.slice(p));
  return p > 0 && Number.isInteger(row) && row >= 1 && row <= mostRows ? { row: row - 1, column: column - 1 } : undefined;
}
