import { useDebouncedValue } from "@mantine/hooks";
import { useMemo } from "react";
import type { Envelope } from "#shared/domain/envelope.ts";
import type { ProblemError } from "#shared/domain/problem.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { envelopeWindow } from "./envelope-window.ts";
import { useAsk } from "./use-ask.ts";

/** A hand that still moves the picture is not answered yet, ms. */
const settleMs = 90;

export interface Scores {
  readonly envelope: Envelope | undefined;
  readonly error: ProblemError | null;
  again(): void;
}

/** The score of a model as drawn over a visible time in so many pixels; more than that is asked for, as for tags. */
export function useScores(modelId: string, range: TimeRange, pixels: number): Scores {
  const { from, to } = range;
  // The same object while the wish is the same: a new one would never come to rest.
  const wish = useMemo(() => envelopeWindow({ from, to }, pixels), [from, to, pixels]);
  const [asked] = useDebouncedValue(wish, settleMs);
  const { data, error, refetch } = useAsk(
    "health",
    "scores",
    { modelId, range: { from: asked.from, to: asked.to }, pixels: asked.pixels },
    { enabled: pixels >= 10, keepPrevious: true, forgetAfterMs: 30_000 },
  );
  return { envelope: data, error, again: () => void refetch() };
}
