import { bandsOf, type RegimePlan, type RegimeSpan } from "#shared/domain/regime.ts";
import type { TrendBand } from "./trend.ts";

const tones = ["regime-0", "regime-1", "regime-2", "regime-3", "regime-4", "regime-5"] as const;

/** The colour of a regime: bands take turns, from low to high; a machine that stands, starts or changes is grey. */
export function regimeTone(plan: RegimePlan, id: string): TrendBand["tone"] {
  const place = bandsOf(plan).findIndex((regime) => regime.id === id);
  return place < 0 ? "regime-none" : tones[place % tones.length]!;
}

/** Stretches of regimes as quiet bands, to lie below all other bands of a chart. */
export const regimeBands = (plan: RegimePlan, spans: readonly RegimeSpan[]): TrendBand[] =>
  spans.map(({ id, from, to }) => ({ id: `regime ${id} ${from}`, from, to, tone: regimeTone(plan, id) }));
