import type { DeadStretch } from "#shared/domain/watch.ts";
import type { Rail } from "./extremes.ts";
import { findStuck } from "./find-stuck.ts";
import type { VitalFigures } from "./vital-pass.ts";

// An hour of minutes, and a hundred usual stretches: the measure by which `findStuck` tells a stretch from the signal's own repetitions.
const fewestRows = 60;
const timesUsual = 100;
// A stretch has to last twice as long as the tag's longest before: of many stretches of one kind the latest is seldom twice the longest.
const timesLongest = 2;
const timesOthers = 10; // the sixteenth longest silence, as with stretches on one value
const mostPast = 5; // of each kind and tag: a tag with more of them is made that way

/**
 * Times over which a tag told nothing although it lived before: it stands on one value, or has no sample in rows that others have. What
 * lasts to the end of the log is held against the tag's own past: at least 60 rows, a hundred usual stretches and twice its longest one
 * before. A machine at rest stands where it has stood before; that is no fault. A tag that never moved is not judged.
 */
export function findDead(figures: VitalFigures): DeadStretch[] {
  const { tag, unit, valid, silences, to } = figures;
  if (valid < fewestRows) return [];
  const found: DeadStretch[] = pastStuck(figures).map(({ value, from, to: end }) => ({
    tag,
    unit,
    kind: "stuck",
    value,
    from,
    to: end,
    ongoing: false,
  }));
  if (standsStill(figures)) {
    const { value, from, to: end } = figures.last!;
    found.push({ tag, unit, kind: "stuck", value, from, to: end, ongoing: true });
  }
  const others = silences.length >= 16 ? silences.at(-1)!.rows : 0;
  const past = silences.filter(
    (silence, k) =>
      silence.rows >= fewestRows && silence.rows >= timesOthers * others && silence.rows >= timesLongest * (silences[k + 1]?.rows ?? 0),
  );
  for (const { from, to: end } of past.slice(0, mostPast))
    found.push({ tag, unit, kind: "silent", value: null, from, to: end, ongoing: false });
  if (figures.rowsAfter >= fewestRows && figures.rowsAfter >= timesLongest * (silences[0]?.rows ?? 0))
    found.push({ tag, unit, kind: "silent", value: null, from: to, to, ongoing: true });
  return found;
}

function standsStill({ last, flat, runs, valid, min, max, rowsAfter }: VitalFigures): boolean {
  if (last === null || runs < 2 || rowsAfter >= fewestRows) return false;
  const usual = (valid - last.rows) / (runs - 1);
  return (
    last.rows >= fewestRows &&
    last.rows >= timesUsual * usual &&
    last.rows >= timesLongest * (flat[0]?.rows ?? 0) &&
    last.value !== min &&
    last.value !== max &&
    !flat.some((run) => run.value === last.value && run.rows > 1)
  );
}

function pastStuck({ flat, last, runs, valid, min, max }: VitalFigures) {
  const earlier = valid - (last?.rows ?? 0);
  const rail = (value: number): Rail => ({ value, rows: 0, visits: 0, from: Number.NaN, to: Number.NaN });
  const stuck = findStuck({
    runs: { runs: Math.max(1, runs - 1), single: 0, longest: flat },
    valid: earlier,
    lowest: rail(min),
    highest: rail(max),
  });
  return stuck.length > mostPast ? [] : stuck;
}
