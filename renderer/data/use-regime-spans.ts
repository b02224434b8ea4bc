import { useDebouncedValue } from "@mantine/hooks";
import { useMemo } from "react";
import type { RegimeSpan } from "#shared/domain/regime.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { envelopeWindow } from "./envelope-window.ts";
import { useAsk } from "./use-ask.ts";

/** A hand that still moves the picture is not answered yet, ms. */
const settleMs = 90;
const none: readonly RegimeSpan[] = [];

/** The regimes a model tells over a visible time in so many pixels; nothing while `modelId` is null. */
export function useRegimeSpans(modelId: string | null, range: TimeRange, pixels: number): readonly RegimeSpan[] {
  const { from, to } = range;
  // The same object while the wish is the same: a new one would never come to rest.
  const wish = useMemo(() => envelopeWindow({ from, to }, pixels), [from, to, pixels]);
  const [asked] = useDebouncedValue(wish, settleMs);
  const { data } = useAsk(
    "health",
    "regimeSpans",
    { modelId: modelId ?? "", range: { from: asked.from, to: asked.to }, pixels: asked.pixels },
    { enabled: modelId !== null && pixels >= 10, keepPrevious: true, forgetAfterMs: 30_000 },
  );
  return modelId === null ? none : (data ?? none);
}
