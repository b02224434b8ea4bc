import type { Run } from "#shared/domain/run.ts";
import { writeSignals } from "../../store/signals/write-signals.ts";

/** Column of the scores by models that had not seen the row: what limits are found from. Not a statistic, not drawn. */
export const heldOutTag = "heldOut";

/** Column of the regimes: numbers in the model's plan. Not a statistic, drawn as bands. */
export const regimeTag = "regime";

interface Scores {
  time: Float64Array;
  score: Float64Array;
  statistics: Readonly<Record<string, Float64Array>>;
  heldOut: Float64Array;
  regime: Float64Array;
  folder: string;
}

/** Stages a model's scores as signals of their own, so that they are drawn like any other tag. */
export async function writeScores({ time, score, statistics, heldOut, regime, folder }: Scores, run: Run): Promise<void> {
  const named = { score, ...statistics, [heldOutTag]: heldOut, [regimeTag]: regime };
  const columns = Object.entries(named).map(([tag, values]) => ({ tag, unit: "", values }));
  await writeSignals({ folder, frames: [{ time, columns }], run });
}
