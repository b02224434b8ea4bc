import type { Regime, RegimePlan, TagBand } from "./regime.ts";

/** The values at which a tag's bands part, ascending. */
export function edgesOf(plan: RegimePlan, tag: string): number[] {
  const found = new Set<number>();
  for (const band of bandsOfTag(plan, tag)) for (const edge of [band.from, band.to]) if (edge !== null) found.add(edge);
  return [...found].sort((a, b) => a - b);
}

const bandsOfTag = (plan: RegimePlan, tag: string): TagBand[] =>
  plan.regimes.flatMap(({ cells }) => cells.flat().filter((band) => band.tag === tag));

/** A boundary moved to another value; the plan as it was where it would pass or meet its neighbours. */
export function moveEdge(plan: RegimePlan, tag: string, edge: number, to: number): RegimePlan {
  const edges = edgesOf(plan, tag);
  const at = edges.indexOf(edge);
  if (
    at < 0 ||
    !Number.isFinite(to) ||
    to <= (edges[at - 1] ?? Number.NEGATIVE_INFINITY) ||
    to >= (edges[at + 1] ?? Number.POSITIVE_INFINITY)
  )
    return plan;
  const moved = (value: number | null) => (value === edge ? to : value);
  return changed(plan, (regime) => ({
    ...regime,
    cells: regime.cells.map((cell) =>
      cell.map((band) => (band.tag === tag ? { ...band, from: moved(band.from), to: moved(band.to) } : band)),
    ),
  }));
}

/** Two regimes as one, in the place of the first and with its name. Stretches that touch are one stretch. */
export function mergeRegimes(plan: RegimePlan, id: string, other: string): RegimePlan {
  const gone = plan.regimes.find((regime) => regime.id === other);
  if (!gone || id === other) return plan;
  return {
    ...plan,
    regimes: plan.regimes
      .filter((regime) => regime.id !== other)
      .map((regime) => (regime.id === id ? { ...regime, cells: joined([...regime.cells, ...gone.cells]) } : regime)),
  };
}

export const renameRegime = (plan: RegimePlan, id: string, name: string): RegimePlan =>
  changed(plan, (regime) => (regime.id === id ? { ...regime, name: name.trim() } : regime));

/** Whether its rows are learned from and scored; a machine that stands or starts is never. */
export const includeRegime = (plan: RegimePlan, id: string, included: boolean): RegimePlan =>
  changed(plan, (regime) => (regime.id === id && regime.kind !== "off" && regime.kind !== "start" ? { ...regime, included } : regime));

const changed = (plan: RegimePlan, change: (regime: Regime) => Regime): RegimePlan => ({ ...plan, regimes: plan.regimes.map(change) });

/** Cells that differ in one tag's stretch only, and touch there, become one. */
function joined(cells: readonly TagBand[][]): TagBand[][] {
  for (const [i, a] of cells.entries())
    for (const [j, b] of cells.entries()) {
      if (i === j || a.length !== b.length) continue;
      const apart = a.flatMap((band, k) => (band.from === b[k]!.from && band.to === b[k]!.to ? [] : [k]));
      const [k] = apart;
      if (apart.length !== 1 || k === undefined || a[k]!.to === null || a[k]!.to !== b[k]!.from) continue;
      const one = a.map((band, place) => (place === k ? { ...band, to: b[k]!.to } : band));
      return joined([...cells.filter((_, place) => place !== i && place !== j), one]);
    }
  return [...cells];
}
