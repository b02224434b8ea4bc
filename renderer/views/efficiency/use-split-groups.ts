import type { LossSplit, SplitGroup } from "#shared/domain/efficiency-potential.ts";
import { useAsk } from "../../data/use-ask.ts";

/** The groups of a split: those that were kept with it, or those that are told apart on asking. */
export function useSplitGroups(
  modelId: string,
  split: LossSplit | null,
  kind: SplitGroup["kind"],
  productTag: string | null,
): { groups: readonly SplitGroup[]; isPending: boolean; error: unknown } {
  const isAsked = kind === "crew" || kind === "regime" || (kind === "product" && productTag !== null);
  const by = kind === "product" ? ({ kind, tag: productTag ?? "" } as const) : ({ kind: kind === "regime" ? "regime" : "crew" } as const);
  const asked = useAsk("efficiency", "splitBy", { modelId, by }, { enabled: isAsked });
  if (!isAsked) return { groups: split?.groups.filter((group) => group.kind === kind) ?? [], isPending: false, error: null };
  return { groups: asked.data ?? [], isPending: asked.isPending, error: asked.error };
}
