import type { Exclusion, NonRoutineAdjustment } from "#shared/domain/proof.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";
import { periodsOfLog } from "./periods-of-log.ts";

const exclusionForm = "FROM..TO=REASON";
const adjustmentForm = "FROM..TO=AMOUNT:ERROR=REASON";

/** `2025-04-30..2025-05-02=commissioning`, each. */
export async function exclusionsTyped(session: Session, assetId: string, typed: readonly string[]): Promise<Exclusion[]> {
  const notes: Exclusion[] = [];
  for (const text of typed) {
    const [, times, reason] = /^([^=]+)=(.*\S.*)$/.exec(text) ?? [];
    if (!times || !reason) throw new UsageError("cli.proof.note", { option: "--exclude", value: text, form: exclusionForm });
    for (const range of await periodsOfLog(session, assetId, times, "--exclude")) notes.push({ range, reason: reason.trim() });
  }
  return notes;
}

/** `2025-05-01..2025-06-01=-1200:150=second line added`, each: amount and standard error in the unit of the meter. */
export async function adjustmentsTyped(session: Session, assetId: string, typed: readonly string[]): Promise<NonRoutineAdjustment[]> {
  const notes: NonRoutineAdjustment[] = [];
  for (const text of typed) {
    const [, times, amountText, errorText, reason] = /^([^=]+)=([^=:]+)(?::([^=]+))?=(.*\S.*)$/.exec(text) ?? [];
    const [amount, standardError] = [Number(amountText), Number(errorText ?? 0)];
    if (!times || !reason || !Number.isFinite(amount) || !(standardError >= 0))
      throw new UsageError("cli.proof.note", { option: "--adjust", value: text, form: adjustmentForm });
    const [range, ...more] = await periodsOfLog(session, assetId, times, "--adjust");
    if (!range || more.length > 0) throw new UsageError("cli.proof.note", { option: "--adjust", value: text, form: adjustmentForm });
    notes.push({ range, amount, standardError, reason: reason.trim() });
  }
  return notes;
}
