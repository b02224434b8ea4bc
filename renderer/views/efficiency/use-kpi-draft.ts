import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { KpiProposal } from "#shared/domain/efficiency.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { mergeRanges } from "../../ui/merge-ranges.ts";
import { emptyKpi } from "./kpi-draft.ts";
import { proposalName } from "./proposal-name.ts";

/** What is about to be fitted: the likeliest proposal until a person changes it. */
export interface KpiDraft {
  readonly proposals: readonly KpiProposal[] | undefined;
  readonly proposalsError: unknown;
  readonly kpi: KpiDefinition;
  change(part: Partial<KpiDefinition>): void;
  /** Takes another KPI whole. */
  take(kpi: KpiDefinition): void;
  /** Starts from nothing. */
  takeNew(): void;
  readonly baseline: readonly TimeRange[];
  readonly reporting: readonly TimeRange[];
  setBaseline(ranges: readonly TimeRange[] | null): void;
  setReporting(ranges: readonly TimeRange[] | null): void;
  readonly periods: { readonly busy: boolean; readonly error: unknown; readonly proposed: boolean; again(): void };
}

// A person changes several roles in a row; the log is read anew only after that.
const settledMs = 600;

/** Holds what is typed into the builder while the person looks elsewhere. `proposing`: whether proposals are wanted now. */
export function useKpiDraft(asset: Asset, tags: readonly Tag[], proposing: boolean): KpiDraft {
  const say = useSay();
  const proposals = useAsk("efficiency", "propose", { assetId: asset.id }, { enabled: proposing });
  const named = useMemo(
    () => proposals.data?.map((one) => ({ ...one, kpi: { ...one.kpi, name: proposalName(one.kpi, say) } })),
    [proposals.data, say],
  );
  const empty = useMemo(() => emptyKpi(asset.id, tags), [asset.id, tags]);
  const [own, setOwn] = useState<KpiDefinition | null>(null);
  const [ownBaseline, setBaseline] = useState<readonly TimeRange[] | null>(null);
  const [ownReporting, setReporting] = useState<readonly TimeRange[] | null>(null);
  const kpi = own ?? named?.[0]?.kpi ?? empty;
  const [settled] = useDebouncedValue([...kpi.relevantVariables].sort().join("\n"), settledMs);
  const periods = useAsk(
    "efficiency",
    "proposeBaseline",
    // Only the relevant variables matter to it: without the rest it is asked anew only when they change.
    { assetId: asset.id, kpi: { ...empty, id: "draft", relevantVariables: settled === "" ? [] : settled.split("\n") } },
    { enabled: proposing && !proposals.isPending, keepPrevious: true },
  );
  return {
    proposals: named,
    proposalsError: proposals.error,
    kpi,
    change: (part) => setOwn({ ...kpi, ...part }),
    take: setOwn,
    takeNew: () => setOwn({ ...empty, id: crypto.randomUUID() }),
    baseline: ownBaseline ?? mergeRanges(periods.data?.baseline.ranges ?? []),
    reporting: ownReporting ?? mergeRanges(periods.data?.reporting.ranges ?? []),
    setBaseline,
    setReporting,
    periods: {
      busy: periods.isFetching,
      error: periods.error,
      proposed: ownBaseline === null && ownReporting === null,
      again: () => void periods.refetch(),
    },
  };
}
