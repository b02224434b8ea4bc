import { formatQuantity } from "#shared/units/format-quantity.ts";
import type { Say } from "../../app/language.tsx";

/** A gain in percent as words: how much less or more of the KPI it is. */
export function gainWords(say: Say, gainPercent: number, better: "lower" | "higher"): string {
  const percent = formatQuantity(Math.abs(gainPercent), "%", { decimals: 1 });
  if (!/[1-9]/.test(percent)) return say("efficiency.advice.no-change");
  const isLess = gainPercent > 0 === (better === "lower");
  return say(isLess ? "efficiency.advice.gain-lower" : "efficiency.advice.gain-higher", { percent });
}
