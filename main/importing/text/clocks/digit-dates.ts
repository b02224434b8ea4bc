import { guessFormat } from "../../clock/guess-format.ts";
import { columnsOfKind, type GuessedClock, plainClock, type SampledTable, textsOf } from "./sampled-table.ts";

/** `20200706` with `1200` in the next column; fourteen digits in one. */
export function digitDates(sampled: SampledTable): GuessedClock | undefined {
  for (const k of columnsOfKind(sampled, "number")) {
    const texts = textsOf(sampled, k);
    if (texts.length === 0 || !texts.every((t) => /^\d{8}$|^\d{12}$|^\d{14}$/.test(t))) continue;
    const one = guessFormat(texts);
    if (!one?.hasDate || one.share < 1 || !texts.every((t) => Number(t.slice(0, 4)) >= 1950 && Number(t.slice(0, 4)) < 2100)) continue;
    const next = textsOf(sampled, k + 1);
    if (texts[0]!.length === 8 && next.length === texts.length && next.every((t) => /^\d{4}$|^\d{6}$|^\d{1,2}:\d{2}/.test(t))) {
      const pair = guessFormat(sampled.rows.filter((r) => r[k] && r[k + 1]).map((r) => `${r[k]} ${r[k + 1]}`));
      if (pair?.hasDate && pair.share === 1) return plainClock([k, k + 1], pair.format);
    }
    const hour = sampled.columns[k + 1]?.header ?? "";
    if (texts[0]!.length === 8 && next.length === texts.length && /^(?:HH?|hours?|uur|stunde|heure|hora|hr)$/i.test(hour)) {
      if (next.every((t) => /^\d{1,2}$/.test(t) && Number(t) <= 24)) return plainClock([k, k + 1], `${one.format} H`);
      if (next.every((t) => /^\d{1,4}$/.test(t) && Number(t) <= 2400)) return plainClock([k, k + 1], `${one.format} Hmm`);
    }
    return plainClock([k], one.format);
  }
  return undefined;
}
