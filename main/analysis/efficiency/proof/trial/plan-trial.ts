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

/** 1 in half of the places, −1 in the other half (one more of either by lot where the number is odd), in random order. */
export function balancedOrders(count: number, chance: () => number): Int8Array {
  const orders = new Int8Array(count);
  for (let i = 0; i < count; i++) orders[i] = i % 2 === 0 ? 1 : -1;
  reorder(orders, chance);
  return orders;
}

/** Draws again what `balancedOrders` drew, in place (Fisher and Yates, as Durstenfeld, Communications of the ACM 7 (1964) 420). */
export function reorder(orders: Int8Array, chance: () => number): void {
  if (orders.length % 2 === 1 && chance() < 0.5) for (let i = 0; i < orders.length; i++) orders[i] = -orders[i]!;
  for (let i = orders.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1));
    const held = orders[i]!;
    orders[i] = orders[j]!;
    orders[j] = held;
  }
}
