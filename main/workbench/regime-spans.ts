import type { EnvelopeSeries } from "#shared/domain/envelope.ts";
import type { RegimePlan, RegimeSpan } from "#shared/domain/regime.ts";

/** Stretches of one regime, oldest first, from a model's regimes as they are drawn: each pixel column is of the regime it ends in. */
export function regimeSpans({ time, last }: Pick<EnvelopeSeries, "time" | "last">, plan: RegimePlan, to: number): RegimeSpan[] {
  const spans: RegimeSpan[] = [];
  let open: { id: string; from: number } | null = null;
  for (let i = 0; i <= time.length; i++) {
    const id = i < time.length ? plan.regimes[last[i]!]?.id : undefined;
    if (open && open.id !== id) {
      spans.push({ ...open, to: time[i] ?? to });
      open = null;
    }
    if (!open && id !== undefined) open = { id, from: time[i]! };
  }
  return spans;
}
