import { TrialPlan } from "#shared/domain/proof.ts";
import { random } from "../../../signal/random.ts";
import { drawnOrders } from "./drawn-orders.ts";
import { partsOfWeek } from "./parts-of-week.ts";

interface TrialWish {
  /** Start of the first block, ms UTC. */
  readonly from: number;
  readonly pairs: number;
  readonly blockMs: number;
  /** Time after each start of a block that belongs to neither side; shorter than the block. */
  readonly washoutMs: number;
  readonly seed: number;
  /** Local standard time minus UTC: where the parts of the day begin. */
  readonly clockOffsetMs?: number;
}

/**
 * Blocks in pairs of neighbours, one on and one off, with the order drawn by lot: "on" comes first in half of the pairs, and in half of
 * those of each part of the day and the week, so that neither a trend nor the hour favours a side (Box, Hunter & Hunter, Statistics for
 * Experimenters, 2nd ed., 3.3: randomised paired design).
 */
export function planTrial({ from, pairs, blockMs, washoutMs, seed, clockOffsetMs = 0 }: TrialWish): TrialPlan {
  if (!(washoutMs < blockMs)) throw new Error("A washout as long as its block leaves no readings.");
  const starts = Array.from({ length: pairs }, (_, pair) => from + 2 * pair * blockMs);
  const strata = partsOfWeek(starts, clockOffsetMs);
  const onFirst = drawnOrders(strata, random(seed));
  return TrialPlan.parse({
    seed,
    blockMs,
    washoutMs,
    strata,
    blocks: starts.flatMap((start, pair) => {
      const block = (k: number, state: "on" | "off") => ({
        range: { from: start + k * blockMs, to: start + (k + 1) * blockMs },
        state,
        pair,
      });
      return onFirst[pair] === 1 ? [block(0, "on"), block(1, "off")] : [block(0, "off"), block(1, "on")];
    }),
  });
}
