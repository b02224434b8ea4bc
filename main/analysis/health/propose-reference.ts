import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { ReferenceProposal } from "#shared/domain/health.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { offRows } from "../features/operating.ts";
import { fitPreparation, prepare } from "../features/preparation.ts";
import { median } from "../signal/median.ts";

const mostBlocks = 60;
const rowsPerBlock = 20; // enough for a median
const share = 0.3; // of the log: long enough to learn from, short enough to leave most of it to be watched
const nearlyAsGood = 0.05;

/** A piece of the log. */
interface Block {
  readonly from: number;
  readonly to: number;
  /** Rows the log has here, over those its interval asks for, at most 1. */
  readonly complete: number;
  readonly off: number;
  readonly rows: number;
  /** [tags] median while running, NaN where it did not run. */
  readonly medians: Float64Array;
}

/**
 * Proposes where normal behaviour is: a stretch of some three tenths of the log whose medians move little, that is
 * complete, and early, since machines are rather healthy at the start of their log than at its end: the first stretch that
 * is nearly as good as the best. It is a proposal: only a person knows what was normal.
 */
export function proposeReference(frame: Frame): ReferenceProposal {
  const rows = frame.time.length;
  if (rows === 0) return { ranges: [], findings: [empty] };
  const blocks = blocksOf(frame);
  const length = Math.max(1, Math.round(share * blocks.length));
  const spread = spreads(blocks);
  const candidates = Array.from({ length: blocks.length - length + 1 }, (_, start) => {
    const window = blocks.slice(start, start + length);
    return { start, window, missing: 1 - mean(window.map((b) => b.complete)), unrest: unrest(window, spread) };
  });
  // A tenth of unrest weighs as much as one tenth of rows missing or of the log gone by.
  const cost = (c: (typeof candidates)[number]) => c.unrest + c.missing + c.start / blocks.length;
  const least = Math.min(...candidates.map(cost));
  const best = candidates.find((c) => cost(c) <= least + nearlyAsGood)!;
  const range = { from: best.window[0]!.from, to: best.window.at(-1)!.to };
  const data = {
    length: formatDuration(range.to - range.from),
    rows: best.window.reduce((sum, b) => sum + b.rows, 0),
    completePercent: round(100 * (1 - best.missing)),
    stoppedPercent: round(
      (100 * best.window.reduce((sum, b) => sum + b.off, 0)) /
        Math.max(
          1,
          best.window.reduce((sum, b) => sum + b.rows, 0),
        ),
    ),
    movementPercent: round(100 * best.unrest),
  };
  const findings: Finding[] = [
    {
      code: "health.reference-proposed",
      severity: "note",
      message: `${data.length} with ${data.rows} rows: ${data.completePercent} % of the rows are there, the machine stood for ${data.stoppedPercent} % of them, and the tags' medians move by ${data.movementPercent} % of what they move over the whole log.`,
      data,
    },
  ];
  if (best.start > 0) {
    const left = formatDuration(range.from - blocks[0]!.from);
    findings.push({
      code: "health.reference-not-the-start",
      severity: "note",
      message: `The first ${left} of the log are left out: less steady or less complete than what follows.`,
      data: { left },
    });
  }
  return { ranges: [range], findings };
}

const empty: Finding = { code: "health.reference-empty", severity: "blocking", message: "The reference period holds no rows.", data: {} };

function blocksOf(frame: Frame): Block[] {
  const { time } = frame;
  const start = time[0]!;
  const { preparation } = fitPreparation(frame, [{ from: start, to: Number.POSITIVE_INFINITY }]);
  const { ewmaSpan: _, ...plain } = preparation;
  const running = prepare({ ...plain, smoothing: 1 }, frame);
  const off = offRows(preparation.operating, frame.columns, time.length);
  const interval = Number.isNaN(preparation.intervalMs) ? 1 : preparation.intervalMs;
  const end = time.at(-1)! + interval;
  const count = Math.max(1, Math.min(mostBlocks, Math.floor(time.length / rowsPerBlock)));
  const length = (end - start) / count;
  let row = 0;
  return Array.from({ length: count }, (_, k) => {
    const from = start + k * length;
    const to = k === count - 1 ? end : start + (k + 1) * length;
    const first = row;
    while (row < time.length && time[row]! < to) row++;
    return {
      from,
      to,
      rows: row - first,
      complete: Math.min(1, ((row - first) * interval) / (to - from)),
      off: off.subarray(first, row).reduce((sum, o) => sum + o, 0),
      medians: Float64Array.from(running.columns, (c) => median(c.values.subarray(first, row))),
    };
  });
}

/** [tags] how far the medians of the blocks lie apart over the whole log. */
function spreads(blocks: readonly Block[]): Float64Array {
  return Float64Array.from(blocks[0]!.medians, (_, tag) => deviation(blocks.map((b) => b.medians[tag]!)));
}

/** How much the medians move within these blocks, as a share of what they move over the whole log; 0 where nothing moves. */
function unrest(window: readonly Block[], spread: Float64Array): number {
  const shares = Array.from(spread, (s, tag) => deviation(window.map((b) => b.medians[tag]!)) / s).filter((x) => Number.isFinite(x));
  return shares.length === 0 ? 0 : mean(shares);
}

function deviation(values: readonly number[]): number {
  const known = values.filter((v) => !Number.isNaN(v));
  const centre = mean(known);
  return Math.sqrt(mean(known.map((v) => (v - centre) ** 2)));
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const round = (x: number): number => Number(x.toPrecision(3));
