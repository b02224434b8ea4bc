import type { ScoreInterval } from "./intervals.ts";

/** What holds pieces of one event together. */
export interface JoinRule {
  /** Pieces are close when no more than this lies between them, ms. */
  readonly joinMs: number;
  /** The score stays elevated between pieces when more than half of the rows there lie above this. */
  readonly elevated: number;
}

/** An event: its pieces, oldest first. */
export type JoinedIntervals = readonly [ScoreInterval, ...ScoreInterval[]];

const fewestBetween = 3; // rows with a score: fewer say nothing about what was between

/**
 * One event is one episode: a score that flutters about its limit, or a cause that comes and goes, is told once (chattering and repeating
 * alarms of ISA-18.2 / IEC 62682). Pieces are joined where two of three hold: they are close, they are alike, the score stays elevated between them.
 * @param score [rows] in the unit of the rule; NaN rows say nothing. @param alike whether a piece resembles the event so far; without it none does.
 */
export function joinPieces(
  intervals: readonly ScoreInterval[],
  {
    time,
    score,
    rule,
    alike,
  }: {
    time: Float64Array;
    score: Float64Array;
    rule: JoinRule;
    alike?: (event: JoinedIntervals, piece: ScoreInterval) => boolean;
  },
): JoinedIntervals[] {
  const events: [ScoreInterval, ...ScoreInterval[]][] = [];
  for (const piece of intervals) {
    const event = events.at(-1);
    const last = event?.at(-1);
    if (event && last) {
      const close = time[piece.from]! - time[last.to]! <= rule.joinMs;
      const elevated = staysElevated(score, last.to + 1, piece.from, rule.elevated);
      if ((close && elevated) || ((close || elevated) && alike?.(event, piece))) {
        event.push(piece);
        continue;
      }
    }
    events.push([piece]);
  }
  return events;
}

function staysElevated(score: Float64Array, from: number, to: number, level: number): boolean {
  let known = 0;
  let above = 0;
  for (let i = from; i < to; i++) {
    const s = score[i]!;
    if (Number.isNaN(s)) continue;
    known++;
    if (s > level) above++;
  }
  return known >= fewestBetween && above > known / 2;
}
