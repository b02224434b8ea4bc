import type { Regime, RegimePlan, TagBand } from "../domain/regime.ts";
import { formatNumber } from "./format-number.ts";
import { printUnit } from "./print-unit.ts";

/** A stretch of values as a person writes it: `30–35 Hz`, `< 110 m³/h`, `≥ 140 m³/h`; a dash where it has no end at all. */
export function stretchWords({ from, to, unit }: TagBand): string {
  const number = (value: number) => formatNumber(value, { significant: 6 });
  const words =
    from === null && to === null
      ? "–"
      : from === null
        ? `< ${number(to!)}`
        : to === null
          ? `≥ ${number(from)}`
          : `${number(from)}–${number(to)}`;
  return unit === "" ? words : `${words} ${printUnit(unit)}`;
}

/** The bands of a regime in the words of its numbers; the tags are named where there are several, or when asked for. */
export function bandWords(regime: Regime, plan: Pick<RegimePlan, "tags">, withTags = plan.tags.length > 1): string {
  return regime.cells
    .map((cell) => cell.map((band) => (withTags ? `${band.tag} ${stretchWords(band)}` : stretchWords(band))).join(", "))
    .join(" / ");
}
