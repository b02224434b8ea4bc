import { type DrillFault, drillFaults } from "#shared/domain/fault-drill.ts";
import { random } from "../signal/random.ts";

/** One fault to be planted. */
export interface Drill {
  readonly fault: DrillFault;
  readonly tag: string;
  /** The tag that goes along with half the size, in a degradation; the tag itself where there is no other. */
  readonly companion: string;
  /** In robust standard deviations of each tag, with its sign; 0 where the fault has none. */
  readonly size: number;
  /** Number of the held-out block. */
  readonly block: number;
  /** Rows of the frame: the fault is there from the first to before the last. */
  readonly from: number;
  readonly to: number;
  /** First row of the rows that lend their values, where a tag loses its relation to the others. */
  readonly donor: number;
  readonly seed: number;
}

/** Rows that follow each other without a gap; `to` is behind the last. */
export interface Stretch {
  readonly block: number;
  readonly from: number;
  readonly to: number;
}

const places = 12; // with three sizes each kind is tried 36 times: a caught share is known to some 8 %
const sizes = [1, 2, 4];
const usualRows = 240;
const slowRows = 1920; // slow against the usual fault, and still to be scored in a second
const fewestRows = 20; // of a fault, so that it can outlast the on-delay and be a drift
const sizeless: readonly DrillFault[] = ["stuck", "lost-correlation"];

/**
 * The drills of a reference: each kind of fault at the same seeded places and tags, in three sizes where it has one, so that kinds and
 * families compare. Faults are as long as the longest stretch of a block allows.
 * @param lead rows before a fault that must be normal. @returns empty where no stretch is long enough.
 */
export function planDrills(stretches: readonly Stretch[], tags: readonly string[], lead: number, seed: number): Drill[] {
  const room = ({ from, to }: Stretch) => to - from - lead;
  const longest = [...new Set(stretches.map((s) => s.block))].flatMap((block) => {
    const best = stretches.filter((s) => s.block === block).reduce((a, b) => (room(b) > room(a) ? b : a));
    return room(best) >= fewestRows ? [best] : [];
  });
  if (longest.length === 0 || tags.length === 0) return [];
  const chance = random(seed);
  const below = (n: number) => Math.floor(chance() * n);
  const order = tags.map((tag) => ({ tag, at: chance() })).sort((a, b) => a.at - b.at);
  const drills: Drill[] = [];
  for (let place = 0; place < places; place++) {
    const { block } = longest[place % longest.length]!;
    const tag = order[place % order.length]!.tag;
    const companion = order[(place + 1 + below(Math.max(1, order.length - 1))) % order.length]!.tag;
    const sign = chance() < 0.5 ? -1 : 1;
    const [where, lent, noise] = [chance(), chance(), below(2 ** 32)];
    for (const fault of drillFaults) {
      const wished = fault === "degradation" ? slowRows : usualRows;
      const inBlock = stretches.filter((s) => s.block === block);
      const rows = Math.min(wished, Math.max(...inBlock.map(room)));
      const from = startAt(inBlock, where, lead, rows);
      const donor = startAt(stretches, lent, lead, rows);
      for (const size of sizeless.includes(fault) ? [0] : sizes)
        drills.push({ fault, tag, companion, size: sign * size, block, from, to: from + rows, donor, seed: noise });
    }
  }
  return drills;
}

/** A start of so many rows after their lead, evenly over all there are. @param where 0 … 1. */
function startAt(stretches: readonly Stretch[], where: number, lead: number, rows: number): number {
  const fitting = stretches.map((s) => ({ from: s.from + lead, count: s.to - s.from - lead - rows + 1 })).filter((s) => s.count > 0);
  let left = Math.floor(where * fitting.reduce((sum, s) => sum + s.count, 0));
  for (const { from, count } of fitting) {
    if (left < count) return from + left;
    left -= count;
  }
  return fitting[0]!.from;
}
