import { lossBlocks } from "./loss-blocks.ts";
import type { LearnedExpectation, Operation } from "./operation.ts";

/**
 * How far a day's KPI may lie from its expectation, as a share of expected: the split-conformal quantile of what held-out days of the
 * baseline were off by, rank ⌈(n + 1) · level⌉ of n (Vovk, Gammerman, Shafer, Algorithmic Learning in a Random World, 2005; Lei et al.,
 * JASA 113 (2018) 1094). Where there are too few days, stretches of steps stand for them.
 * @returns NaN where there are too few for the level.
 */
export function conformalShare(operation: Operation, { unseen }: LearnedExpectation, level: number): number {
  const { time, measured, throughput, inOrder } = operation;
  const loss = measured.map((m, i) => (m - unseen[i]!) * throughput[i]!);
  const blocks = lossBlocks(
    time,
    loss,
    unseen.map((e, i) => Math.abs(e) * throughput[i]!),
    inOrder,
  );
  const off = blocks.loss
    .map((l, k) => Math.abs(l / blocks.expected[k]!))
    .filter(Number.isFinite)
    .sort();
  const rank = Math.ceil((off.length + 1) * level);
  return rank <= off.length ? off[rank - 1]! : Number.NaN;
}
