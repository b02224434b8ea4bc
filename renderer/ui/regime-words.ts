import type { Regime, RegimePlan } from "#shared/domain/regime.ts";
import { bandWords } from "#shared/units/band-words.ts";
import type { Say } from "../app/language.tsx";

/** What a regime is called: as a person named it, else by its kind or the numbers of its bands. */
export function regimeWords(say: Say, regime: Regime, plan: Pick<RegimePlan, "tags">): string {
  if (regime.name !== "") return regime.name;
  if (regime.kind !== "band") return say(`regimes.kind.${regime.kind}`);
  return bandWords(regime, plan) || say("regimes.kind.band");
}
