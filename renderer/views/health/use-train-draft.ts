import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import { type FeatureWish, usualFeatures } from "#shared/domain/feature-wish.ts";
import type { Finding } from "#shared/domain/finding.ts";
import { defaultAlertBudget, recommendedFamily } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useAsk } from "../../data/use-ask.ts";
import { mergeRanges } from "../../ui/merge-ranges.ts";
import type { ParamValues } from "./family-form.tsx";
import { tagRemark } from "./tag-remark.ts";
import { type RegimeDraft, useRegimeDraft } from "./use-regime-draft.ts";

export interface FamilyChoice {
  readonly chosen: boolean;
  readonly params: ParamValues;
}

/** What is about to be trained: a proposal until a person changes it. */
export interface TrainDraft {
  readonly tags: ReadonlySet<string>;
  setTags(tags: ReadonlySet<string>): void;
  readonly reference: readonly TimeRange[];
  setReference(ranges: readonly TimeRange[]): void;
  readonly proposal: {
    readonly findings: readonly Finding[];
    /** Whether the reference period is the one proposed. */
    readonly inUse: boolean;
    readonly busy: boolean;
    readonly error: unknown;
    use(): void;
    again(): void;
  };
  familyOf(id: string): FamilyChoice;
  setFamily(id: string, choice: FamilyChoice): void;
  readonly regimes: RegimeDraft;
  readonly features: FeatureWish;
  setFeatures(features: FeatureWish): void;
  readonly alertsPerWeek: number;
  setAlertsPerWeek(alertsPerWeek: number): void;
}

// A person ticks several tags in a row; the log is read anew only after that.
const settledMs = 600;

/** Holds what is typed into the training form while the person looks elsewhere. `proposing`: whether a proposal is wanted now. */
export function useTrainDraft(asset: Asset, tags: readonly Tag[], proposing: boolean): TrainDraft {
  const proposedTags = useMemo(() => {
    const most = Math.max(0, ...tags.map((tag) => tag.valid));
    return new Set(tags.filter((tag) => !tagRemark(tag, most)?.off).map((tag) => tag.name));
  }, [tags]);
  const [ownTags, setTags] = useState<ReadonlySet<string> | null>(null);
  const [ownReference, setReference] = useState<readonly TimeRange[] | null>(null);
  const [families, setFamilies] = useState<Readonly<Record<string, FamilyChoice>>>({});
  const [features, setFeatures] = useState(usualFeatures);
  const [alertsPerWeek, setAlertsPerWeek] = useState(defaultAlertBudget.alertsPerWeek);
  const chosen = ownTags ?? proposedTags;
  const [settled] = useDebouncedValue([...chosen].sort().join("\n"), settledMs);
  const asked = settled === "" ? [] : settled.split("\n");
  const proposal = useAsk(
    "health",
    "proposeReference",
    { assetId: asset.id, tags: asked },
    { enabled: proposing && asked.length > 0, keepPrevious: true },
  );
  const reference = ownReference ?? mergeRanges(proposal.data?.ranges ?? []);
  const regimes = useRegimeDraft(asset, asked, reference, proposing);
  return {
    tags: chosen,
    setTags,
    reference,
    regimes,
    features,
    setFeatures,
    setReference,
    proposal: {
      findings: proposal.data?.findings ?? [],
      inUse: ownReference === null,
      busy: proposal.isFetching,
      error: proposal.error,
      use: () => setReference(null),
      again: () => void proposal.refetch(),
    },
    familyOf: (id) => families[id] ?? { chosen: id === recommendedFamily, params: {} },
    setFamily: (id, choice) => setFamilies({ ...families, [id]: choice }),
    alertsPerWeek,
    setAlertsPerWeek,
  };
}
