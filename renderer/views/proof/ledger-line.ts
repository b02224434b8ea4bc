import type { Measure } from "#shared/domain/measure.ts";
import type { ProofVerdict } from "#shared/domain/proof.ts";
import { type Trial, trialSpan } from "#shared/domain/trial.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import type { Say } from "../../app/language.tsx";
import { lastSaving, measureStatus } from "./measure-status.ts";
import { trialStatus } from "./trial-status.ts";

/** A line of the ledger, whatever it speaks of. */
export interface LedgerLine {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly statusWords: string;
  /** Of the baseline, or of the trial. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly smallest: string;
  readonly saving: string;
  readonly amount: number | null | undefined;
  readonly unit: string;
  readonly verdict: ProofVerdict | undefined;
  /** Of the lock, ms UTC: the newest stands first. */
  readonly at: number;
}

export function measureLine(say: Say, measure: Measure): LedgerLine {
  const { id, plan, unit, smallestPercent, lockedAt } = measure;
  const saving = lastSaving(measure);
  const status = measureStatus(measure);
  const { ranges } = plan.baseline;
  return {
    id,
    name: plan.name,
    status,
    statusWords: say(`proof-view.status.${status}`),
    from: ranges[0]?.from,
    to: ranges.at(-1)?.to,
    smallest:
      smallestPercent === null
        ? "–"
        : say("proof-view.in-weeks", { percent: formatNumber(smallestPercent, { significant: 2 }), weeks: plan.plannedWeeks }),
    saving: saving ? percentInWords(say, saving.percent, saving.low, saving.high) : "–",
    amount: saving?.avoided,
    unit,
    verdict: saving?.verdict,
    at: lockedAt,
  };
}

export function trialLine(say: Say, trial: Trial, now: number): LedgerLine {
  const last = trial.judgements.at(-1);
  const status = trialStatus(trial, now);
  const { percent = null, percentInterval, verdict } = last?.result ?? {};
  return {
    id: trial.id,
    name: trial.wish.name,
    status,
    statusWords: say(`trial-view.status.${status}`),
    ...trialSpan(trial.plan),
    smallest: formatQuantity(trial.provablePercent, "%", { significant: 2 }),
    saving: percentInWords(say, percent, percentInterval?.low ?? null, percentInterval?.high ?? null),
    amount: last?.worth.gained,
    unit: last?.worth.unit ?? "",
    verdict,
    at: trial.lockedAt,
  };
}

function percentInWords(say: Say, percent: number | null, low: number | null, high: number | null): string {
  if (percent === null || low === null || high === null) return "–";
  const [shown, from, to] = [percent, low, high].map((value) => formatNumber(value, { decimals: 1 }));
  return say("proof-view.interval", { percent: shown!, low: from!, high: to! });
}
