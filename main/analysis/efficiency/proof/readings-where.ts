import type { Frame } from "#shared/domain/frame.ts";
import type { Meter, MeterRows } from "#shared/domain/proof.ts";
import { evaluate } from "#shared/formula/evaluate.ts";
import { type Expression, tagsOf } from "#shared/formula/expression.ts";
import { parseFormula } from "#shared/formula/parse-formula.ts";
import { resolveUnits } from "#shared/formula/resolve-units.ts";

/** The tags a rule reads. @throws FormulaError for what is no formula. */
export const ruleTags = (rule: string): string[] => tagsOf(parseFormula(rule));

/**
 * The readings over which a rule held throughout, such as `speed > 300`: a reading with a standstill in it is neither that of a running
 * machine nor that of a standing one. The others are left out, as what was never asked for; they are not missing.
 * @param rows made of the frame by `meterRows`. @throws FormulaError for a rule that cannot be read on the frame's columns.
 */
export function readingsWhere(frame: Frame, rows: MeterRows, { intervalMs, clockOffsetMs }: Meter, rule: string): MeterRows {
  const formula: Expression = parseFormula(rule);
  const units = new Map(frame.columns.map(({ tag, unit }) => [tag, unit]));
  const { calculation } = resolveUnits(formula, rule, (tag) => units.get(tag), [...units.keys()]);
  const holds = evaluate(calculation, frame);
  const first = rows.time[0];
  if (first === undefined) return rows;
  const [held, broken] = [new Uint8Array(rows.time.length), new Uint8Array(rows.time.length)];
  for (let i = 0; i < holds.length; i++) {
    if (Number.isNaN(holds[i]!)) continue;
    const row = Math.floor((frame.time[i]! + clockOffsetMs) / intervalMs) - Math.round((first + clockOffsetMs) / intervalMs);
    if (holds[i] === 0) broken[row] = 1;
    else held[row] = 1;
  }
  const pick = (values: Float64Array): Float64Array => values.filter((_, row) => held[row] === 1 && broken[row] === 0);
  return { time: pick(rows.time), energy: pick(rows.energy), drivers: rows.drivers.map((d) => ({ ...d, values: pick(d.values) })) };
}
