import type { Frame } from "#shared/domain/frame.ts";
import type { Limit } from "#shared/domain/health.ts";
import { bandsOf, type RegimeCard } from "#shared/domain/regime.ts";
import type { Preparation } from "../features/preparation.ts";
import { bandOfRows } from "../features/regime-of-row.ts";
import { unaligned } from "./align-scores.ts";
import { coveredMs } from "./covered.ts";
import { ownBands, type ProvenRegimes } from "./prove-regimes.ts";

/** What a model has learned of each regime; undefined where it knows of none. @param state of the fitted family. @param rows of the reference. */
export function regimeCard(
  proven: ProvenRegimes,
  state: unknown,
  { preparation, prepared, rows, limit }: { preparation: Preparation; prepared: Frame; rows: Int32Array; limit: Limit },
): RegimeCard | undefined {
  const plan = preparation.regimes;
  if (!plan) return undefined;
  const band = bandOfRows(plan, prepared);
  const own = ownBands(state, proven, plan);
  return {
    plan,
    fit: proven.fit,
    seen: [...(preparation.seen ?? [])],
    fitted: bandsOf(plan).map(({ id }, number) => {
      const inside = rows.filter((row) => band[row] === number);
      const alignment = proven.alignment[number];
      return {
        id,
        rows: inside.length,
        hours: coveredMs(prepared.time, inside, preparation) / 3600_000,
        own: own[number]!,
        ownLimit: alignment ? unaligned(limit.value, alignment) : null,
      };
    }),
  };
}
