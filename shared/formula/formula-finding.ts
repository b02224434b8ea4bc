import type { Finding } from "../domain/finding.ts";
import { efficiencyFindings } from "../language/efficiency-findings.ts";
import { fill } from "../language/sentence.ts";
import { formatNumber } from "../units/format-number.ts";

export type FormulaCode = Extract<keyof typeof efficiencyFindings, `formula.${string}`>;

/** A finding about a formula; its English sentence comes from the language file, its data stay numbers. */
export function formulaFinding(code: FormulaCode, severity: Finding["severity"], data: Finding["data"] = {}): Finding {
  const written = Object.entries(data).map(([name, value]) => [name, typeof value === "number" ? formatNumber(value) : value]);
  return { code, severity, message: fill(efficiencyFindings[code].en, Object.fromEntries(written)), data };
}
