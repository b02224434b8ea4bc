import type { Finding } from "#shared/domain/finding.ts";
import { proof } from "#shared/language/proof.ts";
import { fill } from "#shared/language/sentence.ts";
import { formatNumber } from "#shared/units/format-number.ts";

/** A finding of this area; its English sentence comes from the language file, its data stay numbers. */
export function proofFinding(code: keyof typeof proof, severity: Finding["severity"], data: Finding["data"] = {}): Finding {
  const written = Object.entries(data).map(([name, value]) => [name, typeof value === "number" ? formatNumber(value) : value]);
  return { code, severity, message: fill(proof[code].en, Object.fromEntries(written)), data };
}
