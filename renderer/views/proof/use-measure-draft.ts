import { useState } from "react";
import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { MeasurePlan } from "#shared/domain/measure.ts";
import { useAsk } from "../../data/use-ask.ts";

/** A plan on its way: no meter may be chosen yet. */
export type MeasureDraft = Omit<MeasurePlan, "meter"> & {
  readonly meter: { readonly tag: string | null; readonly kind: MeasurePlan["meter"]["kind"] };
};

/** What a person typed over what the tags suggest; undefined until the suggestion is there. */
export function useMeasureDraft(assetId: string): { draft: MeasureDraft | undefined; change: (part: Partial<MeasureDraft>) => void } {
  const proposal = useAsk("proof", "propose", { assetId });
  const [typed, setTyped] = useState<Partial<MeasureDraft>>({});
  const blank: MeasureDraft = {
    assetId,
    name: "",
    meter: { tag: null, kind: "power" },
    drivers: [],
    changeDriver: null,
    validWhen: null,
    intervalMs: 86_400_000,
    clockOffsetMs: 0,
    baseline: { ranges: [] as BaselinePeriod["ranges"] } as BaselinePeriod,
    exclusions: [],
    hopedPercent: null,
    plannedWeeks: 12,
  };
  return {
    draft: proposal.isPending ? undefined : { ...(proposal.data ?? blank), ...typed },
    change: (part) => setTyped((before) => ({ ...before, ...part })),
  };
}
