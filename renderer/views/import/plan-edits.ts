import type { ClockPlan, ColumnPlan, LogPlan, TextPlan } from "#shared/domain/importing.ts";

/** Corrections after which cells, names or numbers are others: the columns are found again from the file. */
export function recut(
  plan: TextPlan,
  change: Partial<Pick<TextPlan, "delimiter" | "decimal" | "encoding" | "headerLine" | "unitsLine">>,
): TextPlan {
  // Without columns there can be no clock in them: any other one stands in until both are found again.
  return { ...plan, ...change, columns: [], clock: { source: "rate", start: 0, stepMs: 1000 } };
}

/** The plan with one column corrected. A column that becomes the time joins the clock, one that was it leaves. */
export function withColumn<P extends LogPlan>(plan: P, at: number, change: Partial<ColumnPlan>): P {
  const columns = plan.columns.map((column, k) => (k === at ? { ...column, ...change } : column));
  if (change.kind === undefined || plan.clock.source !== "columns") return { ...plan, columns };
  const others = plan.clock.columns.filter((k) => k !== at);
  const clockColumns = change.kind === "time" ? [...others, at].sort((a, b) => a - b) : others;
  // A clock without a column is no clock: the last one stays until another is chosen.
  return { ...plan, columns, clock: clockColumns.length > 0 ? { ...plan.clock, columns: clockColumns } : plan.clock };
}

/** The plan with other time columns; those are read as time, and what was time before and is not any more is skipped. */
export function withClockColumns<P extends LogPlan>(plan: P, chosen: readonly number[]): P {
  if (plan.clock.source !== "columns" || chosen.length === 0) return plan;
  const before = new Set(plan.clock.columns);
  const columns = plan.columns.map((column, k): ColumnPlan => {
    if (chosen.includes(k)) return { ...column, kind: "time" };
    return before.has(k) ? { ...column, kind: "skip" } : column;
  });
  return { ...plan, columns, clock: { ...plan.clock, columns: [...chosen] } };
}

/** The plan with another source of time. What is known of the old clock is carried over where it makes sense. */
export function withClockSource<P extends LogPlan>(plan: P, source: ClockPlan["source"], start: number): P {
  if (source === plan.clock.source) return plan;
  if (source === "rate") {
    const was = plan.clock.source === "columns" ? plan.clock.columns : [];
    const columns = plan.columns.map((column, k): ColumnPlan => (was.includes(k) ? { ...column, kind: "skip" } : column));
    return { ...plan, columns, clock: { source: "rate", start, stepMs: 1000 } };
  }
  const time = plan.columns.findIndex((column) => column.kind === "time");
  const at = Math.max(0, time);
  const columns = plan.columns.map((column, k): ColumnPlan => (k === at ? { ...column, kind: "time" } : column));
  return { ...plan, columns, clock: { source: "columns", columns: [at], format: "iso" } };
}

/** Formats that count from a beginning the file does not name. */
export const needsStart = (format: string): boolean => format.startsWith("elapsed-") || /^(?!epoch-|excel-)[^YD]*[Hh]+[^YD]*$/.test(format);
