import type { Baseline, MeterRows } from "#shared/domain/proof.ts";
import { type Design, designColumns } from "./design-columns.ts";
import { type Chance, chanceOf } from "./saving-chance.ts";

export interface BaselineNoise {
  readonly rows: MeterRows;
  readonly design: Design;
  /** [rows] measured − expected. */
  readonly residual: Float64Array;
  /** Undefined where the baseline is too short to tell. */
  readonly chance: Chance | undefined;
}

/** A baseline's own readings held against its own model: all that an interval of a later saving is made of. */
export function baselineNoise(baseline: Baseline): BaselineNoise {
  const rows: MeterRows = {
    time: Float64Array.from(baseline.rows.time),
    energy: Float64Array.from(baseline.rows.energy),
    drivers: baseline.drivers.map(({ tag, unit }, j) => ({ tag, unit, values: Float64Array.from(baseline.rows.drivers[j]!) })),
  };
  const design = designColumns(baseline, rows);
  const residual = rows.energy.map((e, i) => e - design.expected[i]!);
  return { rows, design, residual, chance: chanceOf(baseline.meter, rows.time, design, residual) };
}
