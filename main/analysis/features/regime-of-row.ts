import type { Frame } from "#shared/domain/frame.ts";
import { bandsOf, type Regime, type RegimePlan, type TagBand } from "#shared/domain/regime.ts";

/**
 * The band each row lies in: its number among the bands of the plan, −1 where none fits or a tag it asks for is missing.
 * @param frame any rows with the plan's tags; a tag that the frame lacks fits nothing.
 * @returns [rows].
 */
export function bandOfRows(plan: RegimePlan, frame: Frame): Int8Array {
  const found = new Int8Array(frame.time.length).fill(-1);
  const values = new Map(frame.columns.map((column) => [column.tag, column.values]));
  bandsOf(plan).forEach((regime, number) => {
    for (const cell of regime.cells) markCell(cell, number, values, found);
  });
  return found;
}

function markCell(cell: Regime["cells"][number], number: number, values: ReadonlyMap<string, Float64Array>, found: Int8Array): void {
  const stretches = cell.map((band) => ({ band, column: values.get(band.tag) }));
  if (stretches.some(({ column }) => column === undefined)) return;
  for (let i = 0; i < found.length; i++)
    if (found[i] === -1 && stretches.every(({ band, column }) => within(band, column![i]!))) found[i] = number;
}

/** A missing value lies nowhere. */
const within = ({ from, to }: TagBand, value: number): boolean =>
  value >= (from ?? Number.NEGATIVE_INFINITY) && value < (to ?? Number.POSITIVE_INFINITY);
