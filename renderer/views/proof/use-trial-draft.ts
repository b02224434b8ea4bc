import { useState } from "react";
import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { TrialWish } from "#shared/domain/trial.ts";
import type { Focus } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";

/** A plan on its way: nothing may be chosen yet to judge it by. */
export type TrialDraft = Omit<TrialWish, "yardstick"> & { readonly yardstick: TrialWish["yardstick"] | null };

/** What a person typed over what the tags, or advice, suggest; undefined until the suggestion is there. */
export function useTrialDraft(
  assetId: string,
  advice: Focus["trial"],
): { draft: TrialDraft | undefined; error: unknown; change: (part: Partial<TrialDraft>) => void } {
  const model = advice && { modelId: advice.modelId, ...(advice.settings ? { settings: { ...advice.settings } } : {}) };
  const proposal = useAsk("trial", "propose", model ? { assetId, model } : { assetId });
  const [typed, setTyped] = useState<Partial<TrialDraft>>({});
  const hour = 3_600_000;
  const blank: TrialDraft = {
    assetId,
    name: "",
    yardstick: null,
    better: "lower",
    drivers: [],
    settings: [],
    watch: [],
    expected: { percent: 1, low: null, high: null },
    history: { ranges: [] as BaselinePeriod["ranges"] } as BaselinePeriod,
    exclusions: [],
    intervalMs: hour,
    clockOffsetMs: 0,
    from: 24 * hour * (Math.floor(Date.now() / (24 * hour)) + 1),
    blockMs: null,
    pairs: null,
    washoutMs: hour,
    seed: 1,
    value: null,
    modelId: null,
  };
  return {
    draft: proposal.isPending ? undefined : { ...(proposal.data ?? blank), ...typed },
    error: proposal.error,
    change: (part) => setTyped((before) => ({ ...before, ...part })),
  };
}
