import type { ExpectedTrend } from "#shared/domain/expected-trend.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { departuresOf } from "../episodes/departures.ts";
import { learnRelations, standardised } from "../episodes/relations.ts";
import { prepare } from "../features/preparation.ts";
import type { SavedState } from "../models/family.ts";
import { deserializeHealth } from "./saved-health.ts";

const bandSigmas = 3; // three in a thousand reference rows lie outside

/**
 * What the other tags asked of some tags: as fingerprints see it, whatever the family of the model.
 * @param saved tells how rows are prepared. @param reference samples of the reference, of the model's tags. @param frame samples of the stretch and of the look-back before it.
 * @param tags to be told of. @param off tags that have no say, because they were off. @param points rows wanted at most.
 * @returns no tags where the reference has too few rows.
 */
export function expectedTrend({
  saved,
  reference,
  frame,
  range,
  tags,
  off,
  points,
}: {
  saved: SavedState;
  reference: readonly Frame[];
  frame: Frame;
  range: TimeRange;
  tags: readonly string[];
  off: readonly string[];
  points: number;
}): ExpectedTrend {
  const { preparation } = deserializeHealth(saved);
  const learned = joined(reference.map((part) => complete(prepare(preparation, part))));
  const relations = learned && learnRelations(learned, Int32Array.from(learned.time.keys()));
  if (!relations) return { time: new Float64Array(0), tags: [] };
  const prepared = prepare(preparation, frame);
  const columns = prepared.columns.map((c) => c.values);
  const inside = Int32Array.from(frame.time.keys()).filter((row) => frame.time[row]! >= range.from && frame.time[row]! <= range.to);
  const step = Math.max(1, Math.ceil(inside.length / points));
  const rows = inside.filter((_, i) => i % step === 0);
  const silent = off.map((tag) => relations.tags.indexOf(tag)).filter((j) => j >= 0);
  const told = tags.map((tag) => ({ tag, j: relations.tags.indexOf(tag) })).filter(({ j }) => j >= 0);
  return {
    time: Float64Array.from(rows, (row) => frame.time[row]!),
    tags: told.map(({ tag, j }) => {
      const chosen = [j, ...silent.filter((other) => other !== j)];
      const expected = Float64Array.from(rows, (row) => {
        const departure = departuresOf(relations, standardised(relations, columns, row), chosen)?.[0];
        return departure === undefined ? Number.NaN : columns[j]![row]! - departure * relations.scale[j]!;
      });
      return { tag, unit: relations.units[j]!, expected, band: bandSigmas * relations.sigma[j]! * relations.scale[j]! };
    }),
  };
}

/** Rows without a hole. */
function complete({ time, columns }: Frame): Frame {
  const rows = Int32Array.from(time.keys()).filter((row) => columns.every(({ values }) => Number.isFinite(values[row]!)));
  const picked = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
  return { time: picked(time), columns: columns.map((c) => ({ ...c, values: picked(c.values) })) };
}

function joined(parts: readonly Frame[]): Frame | undefined {
  const [first] = parts;
  if (!first) return undefined;
  const all = (of: (part: Frame) => Float64Array) => Float64Array.from(parts.flatMap((part) => [...of(part)]));
  return {
    time: all((part) => part.time),
    columns: first.columns.map((c, j) => ({ ...c, values: all((part) => part.columns[j]!.values) })),
  };
}
