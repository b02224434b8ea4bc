import { parseUnit } from "#shared/units/parse-unit.ts";

/** Whether a text reads as a unit of measure. */
export function looksLikeUnit(text: string): boolean {
  const plain = text.trim();
  if (plain === "" || plain.length > 16) return false;
  if (parseUnit(plain).known) return true;
  // Charge, reactive power and their like, which the table of units leaves out.
  return (
    /^[µumkMG]?(?:Ah|A\.h|VA|VAr|var|VArh|varh|F|H|mol|Sv|lx|pH|ppb|dB|dBA|cP|cSt|NTU|Ft|ft|in|RPM)$/.test(plain) ||
    /^[a-zA-Zµ°]{1,4}\/[a-zA-Z]{1,3}[23²³]?$/.test(plain)
  );
}

/** Name and unit of a header cell: `name [unit]`, `name (unit)`, `name, unit`; `name/unit` only where `slashes` says the file writes so. */
export function nameAndUnit(header: string, slashes: boolean): { name: string; unit: string } {
  const text = header.trim();
  const bracket = /^(.*?)\s*\[\s*([^[\]]*?)\s*\]$/.exec(text);
  if (bracket && bracket[1] !== "" && !/^\d+$/.test(bracket[2]!)) return { name: bracket[1]!, unit: bracket[2]! };
  const round = /^(.*?)\s*\(\s*((?:[^()]|\([^()]*\))*?)\s*\)$/.exec(text);
  if (round && round[1] !== "" && (looksLikeUnit(round[2]!) || round[2] === "?"))
    return { name: round[1]!, unit: round[2]!.replace("?", "") };
  // "Temp, °C (LGR S/N: 1010)": what stands behind the unit is about the instrument.
  const noted = /^(.*\S)\s*,\s+(\S+)\s+\([^()]*:[^()]*\)$/.exec(text);
  if (noted && looksLikeUnit(noted[2]!)) return { name: noted[1]!, unit: noted[2]! };
  const comma = /^(.*\S)\s*,\s+(\S+)$/.exec(text);
  if (comma && looksLikeUnit(comma[2]!)) return { name: comma[1]!, unit: comma[2]! };
  // "DryCal smL/min": a compound unit behind the name.
  const behind = /^(.*\S)\s+([a-zA-Zµ°%]{1,4}[23²³]?\/[a-zA-Z]{1,3}[23²³]?)$/.exec(text);
  if (behind && looksLikeUnit(behind[2]!)) return { name: behind[1]!, unit: behind[2]! };
  if (slashes) {
    const slash = /^(.+?)\/([^/\s]+)$/.exec(text);
    if (slash && looksLikeUnit(slash[2]!)) return { name: slash[1]!, unit: slash[2]! };
  }
  return { name: text, unit: "" };
}

/** Whether a file sets units off by a slash: `Ewe/V`, `time/s`; two or more names must show it. */
export const writesSlashes = (headers: readonly string[]): boolean =>
  headers.filter((h) => {
    const slash = /^(.+?)\/([^/\s]+)$/.exec(h.trim());
    return slash && looksLikeUnit(slash[2]!);
  }).length >= 2;

const withUnit = /^([+-]?[\d.,' ]*\d)\s*([^\d\s.,].{0,15})$/;

/** The unit that stands behind the number in nearly all of these texts; undefined where there is none or more than one. */
export function unitInCells(texts: readonly string[]): string | undefined {
  const units = new Map<string, number>();
  for (const text of texts) {
    const unit = withUnit.exec(text)?.[2]?.trim();
    if (unit !== undefined) units.set(unit, (units.get(unit) ?? 0) + 1);
  }
  const [first] = [...units].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 0.9 * texts.length && looksLikeUnit(first[0]) ? first[0] : undefined;
}
