import type { Finding } from "../domain/finding.ts";
import { formulaFinding } from "./formula-finding.ts";

/** A formula that cannot be understood. Caught at the module's door and handed out as its finding. */
export class FormulaError extends Error {
  readonly finding: Finding;
  constructor(finding: Finding) {
    super(finding.message);
    this.name = "FormulaError";
    this.finding = finding;
  }
}

/** Makes the error to throw. @param start counted from 0; people count from 1. */
export function formulaError(code: Parameters<typeof formulaFinding>[0], start: number, data: Finding["data"] = {}): FormulaError {
  return new FormulaError(formulaFinding(code, "blocking", { at: start + 1, ...data }));
}
