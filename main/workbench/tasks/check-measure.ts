import type { Run } from "#shared/domain/run.ts";
import { learnBaseline, type MeasureSource } from "./learn-baseline.ts";

/** The baseline of a measure learned once more from the data as they are now; undefined where that no longer goes. */
export async function checkMeasureTask(source: MeasureSource, run: Run) {
  run.tick(0, 1, "reading");
  const { baseline } = await learnBaseline(source);
  run.tick(1, 1);
  return { baseline };
}
