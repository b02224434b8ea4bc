import type { Frame } from "#shared/domain/frame.ts";
import { quietRun, type Run } from "#shared/domain/run.ts";
import type { Preparation } from "../features/preparation.ts";
import { prepareBlocks } from "../features/prepare-spans.ts";
import type { AnyFamily } from "../models/registry.ts";
import { scoreFrame } from "./score-frame.ts";

/**
 * Scores and statistics of every row of a log, block by block: beside the log itself memory holds the answer and one block.
 * @param frame raw. @param seen is given every prepared block, as far as it is new.
 */
export function scoreLog(
  { preparation, family, state }: { preparation: Preparation; family: AnyFamily; state: unknown },
  frame: Frame,
  run: Run,
  seen?: (prepared: Frame, first: number) => void,
): { score: Float64Array; statistics: Record<string, Float64Array> } {
  const rows = frame.time.length;
  const score = new Float64Array(rows);
  const statistics: Record<string, Float64Array> = {};
  prepareBlocks(preparation, frame, { from: 0, to: rows }, family.lookBack?.rows(state) ?? 0, ({ prepared, first, from, to }) => {
    run.tick(from, rows);
    const answer = scoreFrame(family, state, prepared, quietRun(run.seed), first);
    score.set(answer.score, from);
    for (const [name, values] of Object.entries(answer.statistics)) {
      statistics[name] ??= new Float64Array(rows);
      statistics[name].set(values, from);
    }
    seen?.(prepared, first);
    if (to === rows) run.tick(rows, rows);
  });
  return { score, statistics };
}
