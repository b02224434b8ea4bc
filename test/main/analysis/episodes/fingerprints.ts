import type { Fingerprint } from "#shared/domain/fingerprint.ts";
import type { Frame } from "#shared/domain/frame.ts";
import { learnRelations } from "../../../../main/analysis/episodes/relations.ts";
import { random } from "../../../../main/analysis/signal/random.ts";

export const tags = ["load", "flow", "power", "pressure", "hall"];
const rows = 2000;

/** A machine whose tags follow its load, but for the hall's temperature; noise of a twentieth of the load's span. */
export function machine(seed = 1): Frame {
  const chance = random(seed);
  const noise = () => 0.05 * (chance() + chance() + chance() - 1.5);
  const values = tags.map(() => new Float64Array(rows));
  for (let i = 0; i < rows; i++) {
    const load = chance();
    const hall = 20 + 5 * chance();
    const row = [load + noise(), 100 * (load + noise()), 30 * (load ** 1 + noise()), 4 - 2 * (load + noise()), hall];
    row.forEach((value, j) => {
      values[j]![i] = value;
    });
  }
  return {
    time: Float64Array.from({ length: rows }, (_, i) => 60_000 * i),
    columns: tags.map((tag, j) => ({ tag, unit: "", values: values[j]! })),
  };
}

export const allRows = Int32Array.from({ length: rows }, (_, i) => i);
export const relationsOf = (frame: Frame) => learnRelations(frame, allRows)!;

/** A fingerprint by its deviations alone. */
export const print = (off: Readonly<Record<string, number>>, rest: Partial<Fingerprint> = {}): Fingerprint => ({
  tags,
  off: Object.entries(off).map(([tag, deviation]) => ({ tag, unit: "", deviation, residual: deviation, measured: 0, by: [] })),
  strength: Math.hypot(...Object.values(off)),
  unseen: [],
  alikeFrom: 0.8,
  ...rest,
});
