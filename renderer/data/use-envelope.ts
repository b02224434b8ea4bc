import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useRef } from "react";
import type { Envelope } from "#shared/domain/envelope.ts";
import type { ProblemError } from "#shared/domain/problem.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { envelopeWindow } from "./envelope-window.ts";
import { useAsk } from "./use-ask.ts";

/** A hand that still moves the picture is not answered yet, ms. */
const settleMs = 90;

interface Look {
  readonly envelope: Envelope | undefined;
  readonly error: ProblemError | null;
}

/**
 * The tags as drawn over a visible time in so many pixels. More than the visible time is asked for, so that panning starts on
 * samples that are there; the former picture stays until the next one has come.
 */
export function useEnvelope(assetId: string, tags: readonly string[], range: TimeRange, pixels: number): Look {
  const wanted = tags.join("\n");
  const { from, to } = range;
  // The same object while the wish is the same: a new one would never come to rest.
  const wish = useMemo(() => ({ tags: wanted, ...envelopeWindow({ from, to }, pixels) }), [wanted, from, to, pixels]);
  const [settled] = useDebouncedValue(wish, settleMs);
  // A tag that was just chosen is wanted at once; only the hand on the time axis is waited for.
  const { tags: names, ...asked } = settled.tags === wish.tags ? settled : wish;
  const { data, error } = useAsk(
    "explore",
    "envelope",
    { assetId, tags: names.split("\n"), range: { from: asked.from, to: asked.to }, pixels: asked.pixels },
    { enabled: tags.length > 0 && pixels >= 10, keepPrevious: true, forgetAfterMs: 30_000 },
  );
  // A look that could not be answered does not wipe out the one before it.
  const last = useRef<{ assetId: string; envelope: Envelope } | null>(null);
  if (data) last.current = { assetId, envelope: data };
  return { envelope: data ?? (last.current?.assetId === assetId ? last.current.envelope : undefined), error };
}
