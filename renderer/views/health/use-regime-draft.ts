import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { Asset } from "#shared/domain/asset.ts";
import type { RegimeFit, RegimePlan, RegimeProposal } from "#shared/domain/regime.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useAsk } from "../../data/use-ask.ts";

/** The regimes a model is about to be trained with: a proposal until a person changes it. */
export interface RegimeDraft {
  /** Whether regimes are told apart at all. */
  readonly inUse: boolean;
  setInUse(inUse: boolean): void;
  readonly proposal: RegimeProposal | undefined;
  /** As it stands; undefined while nothing is known. */
  readonly plan: RegimePlan | undefined;
  /** null goes back to the proposal. */
  setPlan(plan: RegimePlan | null): void;
  /** Tags that are to tell the regimes, chosen by a person; null for the most telling. */
  setCommands(tags: string[] | null): void;
  readonly changed: boolean;
  readonly fit: RegimeFit;
  setFit(fit: RegimeFit): void;
  readonly busy: boolean;
  readonly error: unknown;
  again(): void;
  /** What training is asked for. */
  readonly wish: { readonly regimes?: RegimePlan | null; readonly regimeFit?: RegimeFit };
}

// A reference is dragged in several steps; the log is read anew only after that.
const settledMs = 700;

export function useRegimeDraft(asset: Asset, tags: readonly string[], reference: readonly TimeRange[], proposing: boolean): RegimeDraft {
  const [inUse, setInUse] = useState(true);
  const [own, setPlan] = useState<RegimePlan | null>(null);
  const [commands, setCommands] = useState<string[] | null>(null);
  const [fit, setFit] = useState<RegimeFit>("proven");
  const wanted = useMemo(() => JSON.stringify({ tags, reference }), [tags, reference]);
  const [settled] = useDebouncedValue(wanted, settledMs);
  const asked = useMemo(() => JSON.parse(settled) as { tags: string[]; reference: TimeRange[] }, [settled]);
  const { data, isFetching, error, refetch } = useAsk(
    "health",
    "proposeRegimes",
    { assetId: asset.id, ...asked, ...(commands ? { commands } : {}), ...(own ? { plan: own } : {}) },
    { enabled: proposing && inUse && asked.tags.length > 0 && asked.reference.length > 0, keepPrevious: true },
  );
  const plan = own ?? data?.plan;
  return {
    inUse,
    setInUse,
    proposal: data,
    plan,
    setPlan,
    setCommands: (next) => {
      setPlan(null);
      setCommands(next);
    },
    changed: own !== null || commands !== null,
    fit,
    setFit,
    busy: isFetching,
    error,
    again: () => void refetch(),
    wish: inUse ? { ...(plan && (own !== null || commands !== null) ? { regimes: plan } : {}), regimeFit: fit } : { regimes: null },
  };
}
