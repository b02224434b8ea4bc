import { columnOf, type Frame } from "#shared/domain/frame.ts";
import type { Episode, Limit } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { alikeFrom } from "../episodes/alike-from.ts";
import { contributions } from "../episodes/contributions.ts";
import { fingerprintOf } from "../episodes/fingerprint-of.ts";
import { findIntervals, type ScoreInterval } from "../episodes/intervals.ts";
import { joinPieces } from "../episodes/join-pieces.ts";
import { joinWindow } from "../episodes/join-window.ts";
import { likeness } from "../episodes/likeness.ts";
import { learnRelations } from "../episodes/relations.ts";
import { severityOf } from "../episodes/severity.ts";
import { prepareSpans } from "../features/prepare-spans.ts";
import { rangeRows } from "../features/range-rows.ts";
import { unseenIn } from "../features/seen-conditions.ts";
import type { SavedState } from "../models/family.ts";
import { median } from "../signal/median.ts";
import { deserializeHealth } from "./saved-health.ts";

/** An episode before it is stored: the workbench adds ids, keeps the verdict and recalls what was judged before. */
export type FoundEpisode = Omit<Episode, "id" | "modelId" | "assetId" | "verdict" | "recall" | "recallDeclined">;

const drillSeed = 1; // of the likeness that counts: the same for all models of an asset
const fewestFrozen = 10; // rows: fewer equal values are rounding
const frozenShare = 0.9; // the first rows above the limit may be from before it stood still

/**
 * Episodes of stored scores under a limit, oldest first, each with the tags that contribute, what it looks like and its status. Pieces of one event are
 * one episode (`joinPieces`).
 * @param frame the log as it was scored. @param score [rows] of that frame. @param reference what fingerprints are read against.
 */
export function findEpisodes({
  saved,
  frame,
  score,
  limit,
  reference,
}: {
  saved: SavedState;
  frame: Frame;
  score: Float64Array;
  limit: Limit;
  reference: readonly TimeRange[];
}): FoundEpisode[] {
  const { preparation, family, state } = deserializeHealth(saved);
  const intervals = findIntervals(frame.time, score, { ...limit, gapMs: preparation.gapMs });
  const inside = rangeRows(frame.time, reference);
  const prepared = prepareSpans(preparation, frame, [
    ...(inside.length > 0 ? [{ from: inside[0]!, to: inside.at(-1)! + 1 }] : []),
    ...intervals.map(({ from, to }) => ({ from, to: to + 1 })),
  ]);
  const known = inside.filter((row) => prepared.columns.every(({ values }) => Number.isFinite(values[row]!)));
  const relations = learnRelations(prepared, known);
  const alike = relations && alikeFrom(relations, prepared, known, drillSeed);

  const abnormalRows = ({ from, to }: ScoreInterval): number[] => {
    const rows: number[] = [];
    for (let row = from; row <= to; row++) if (score[row]! > limit.value) rows.push(row);
    return rows;
  };
  const printOf = (rows: readonly number[]) => relations && fingerprintOf(relations, prepared, Int32Array.from(rows), alike!);
  const prints = new Map(intervals.map((piece) => [piece, printOf(abnormalRows(piece))]));
  const resembles = (a: ScoreInterval, b: ScoreInterval): boolean => likeness(prints.get(a)!, prints.get(b)!) >= alike!;
  const strongest = (pieces: readonly ScoreInterval[]) =>
    pieces.reduce((best, piece) => (score[piece.peak]! > score[best.peak]! ? piece : best));
  const events = joinPieces(intervals, {
    time: frame.time,
    score,
    rule: {
      joinMs: joinWindow(Math.max(limit.alertsPerWeek, limit.expectedAlertsPerWeek), limit.offDelayMs),
      elevated: limit.elevated ?? Number.POSITIVE_INFINITY,
    },
    // What comes next resembles what was there just now, or what was plainest.
    ...(relations ? { alike: (event, piece) => resembles(event.at(-1)!, piece) || resembles(strongest(event), piece) } : {}),
  });

  return events.map((pieces): FoundEpisode => {
    const rows = pieces.flatMap(abnormalRows);
    const peak = strongest(pieces).peak;
    const fingerprint = printOf(rows);
    const unseen = unseenIn(prepared, rows, preparation.seen ?? []);
    const tags = (fingerprint?.off ?? []).map(({ tag }) => ({
      tag,
      frozen: isFrozen(columnOf(frame, tag).values, rows),
      span: spanOf(columnOf(prepared, tag).values, known),
    }));
    return {
      from: frame.time[pieces[0].from]!,
      to: frame.time[pieces.at(-1)!.to]!,
      alertAt: frame.time[pieces[0].alert]!,
      peakAt: frame.time[peak]!,
      peakScore: score[peak]!,
      contributions: contributions(family, state, prepared, Int32Array.from(rows)),
      ...(pieces.length > 1 ? { pieces: pieces.map(({ from, to }) => ({ from: frame.time[from]!, to: frame.time[to]! })) } : {}),
      ...(fingerprint ? { fingerprint } : {}),
      severity: severityOf(fingerprint, tags),
      ...(unseen ? { unseen } : {}),
    };
  });
}

/** @param values [rows of the log] as measured. */
function isFrozen(values: Float64Array, rows: readonly number[]): boolean {
  const measured = Float64Array.from(rows, (row) => values[row]!).filter((value) => !Number.isNaN(value));
  const middle = median(measured);
  return measured.length >= fewestFrozen && measured.filter((value) => value === middle).length >= frozenShare * measured.length;
}

function spanOf(values: Float64Array, rows: Int32Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const row of rows) {
    low = Math.min(low, values[row]!);
    high = Math.max(high, values[row]!);
  }
  return high - low;
}
