import { useDebouncedValue } from "@mantine/hooks";
import type { FormulaCheck } from "#shared/domain/efficiency.ts";
import { useAsk } from "../../data/use-ask.ts";

// Between two key strokes of a person who goes on typing.
const settledMs = 200;

export interface CheckedFormula {
  /** Null while the formula is empty or has just been changed. */
  readonly check: FormulaCheck | null;
  readonly busy: boolean;
  readonly error: unknown;
  /** It can be computed. */
  readonly good: boolean;
}

/** What the engine makes of a formula while it is being typed. */
export function useFormulaCheck(assetId: string, formula: string): CheckedFormula {
  const [settled] = useDebouncedValue(formula, settledMs);
  const empty = settled.trim() === "";
  const asked = useAsk("efficiency", "checkFormula", { assetId, formula: settled }, { enabled: !empty });
  const current = settled === formula && !empty;
  const check = current ? (asked.data ?? null) : null;
  return {
    check,
    busy: formula.trim() !== "" && check === null && !asked.error,
    error: asked.error,
    good: check !== null && !check.findings.some((finding) => finding.severity === "blocking"),
  };
}
