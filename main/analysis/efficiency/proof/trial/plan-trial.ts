import { TrialPlan } from "#shared/domain/proof.ts";
import { random } from "../../../signal/random.ts";

export interface TrialWish {
  /** Start of the first block, ms UTC. */
  readonly from: number;
  readonly pairs: number;
  readonly blockMs: number;
  /** Time after each start of a block that belongs to neither side; shorter than the block. */
  readonly washoutMs: number;
  readonly seed: number;
}

/**
 * Blocks in pairs of neighbours, one on and one off, with the order drawn by lot and "on" first in half of the pairs, so that neither a
 * trend nor the hour of the day favours a side (Box, Hunter & Hunter, Statistics for Experimenters, 2nd ed., 3.3: randomised paired design).
 */
export function planTrial({ from, pairs, blockMs, washoutMs, seed }: TrialWish): TrialPlan {
  if (!(washoutMs < blockMs)) throw new Error("A washout as long as its block leaves no readings.");
  const chance = random(seed);
  const onFirst = [...balancedOrders(pairs, chance)];
  return TrialPlan.parse({
    seed,
    blockMs,
    washoutMs,
    blocks: onFirst.flatMap((on, pair) => {
      const start = from + 2 * pair * blockMs;
      const block = (k: number, state: "on" | "off") => ({
        range: { from: start + k * blockMs, to: start + (k + 1) * blockMs },
        state,
        pair,
      });
      return on === 1 ? [block(0, "on"), block(1, "off")] : [block(0, "off"), block(1, "on")];
    }),
  });
}

/** 1 in half of the places, −1 in the other half (one more by lot where the number is odd), in random order (Fisher & Yates). */
export function balancedOrders(count: number, chance: () => number): Int8Array {
  const odd = chance() < 0.5 ? 1 : -1;
  const orders = Int8Array.from({ length: count }, (_, i) => (i === count - 1 && count % 2 === 1 ? odd : i % 2 === 0 ? 1 : -1));
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    [orders[i], orders[j]] = [orders[j]!, orders[i]!];
  }
  return orders;
}
