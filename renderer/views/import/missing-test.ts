import { isRecording, type LogPlan } from "#shared/domain/importing.ts";

/** Whether the text of a cell means "no sample" by a plan: an empty cell, one of its words without regard to case, a number of the same value. */
export function missingTest(plan: LogPlan): (text: string) => boolean {
  const decimal = isRecording(plan) ? "." : plan.decimal;
  const toNumber = (text: string): number => (text.trim() === "" ? Number.NaN : Number(decimal === "," ? text.replace(",", ".") : text));
  const words = new Set(plan.missing.map((word) => word.trim().toLowerCase()));
  const numbers = new Set(plan.missing.map(toNumber).filter((value) => !Number.isNaN(value)));
  return (text) => text.trim() === "" || words.has(text.trim().toLowerCase()) || numbers.has(toNumber(text));
}
