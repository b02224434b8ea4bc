import { useDebouncedValue } from "@mantine/hooks";
import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Envelope } from "#shared/domain/envelope.ts";
import type { ProblemError } from "#shared/domain/problem.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { envelopeWindow } from "./envelope-window.ts";
import { askOnce } from "./use-ask.ts";

/** A hand that still moves the picture is not answered yet, ms. */
const settleMs = 90;

/** The scores of several models over one visible time, in the order of the models; undefined while one is on its way. */
export function useScoresOf(
  modelIds: readonly string[],
  range: TimeRange,
  pixels: number,
): { readonly envelopes: readonly (Envelope | undefined)[]; readonly error: ProblemError | null } {
  const { from, to } = range;
  // The same object while the wish is the same: a new one would never come to rest.
  const wish = useMemo(() => envelopeWindow({ from, to }, pixels), [from, to, pixels]);
  const [asked] = useDebouncedValue(wish, settleMs);
  const look = { range: { from: asked.from, to: asked.to }, pixels: asked.pixels };
  const answers = useQueries({
    queries: modelIds.map((modelId) => ({
      queryKey: ["health", "scores", { modelId, ...look }],
      queryFn: () => askOnce("health", "scores", { modelId, ...look }),
      enabled: pixels >= 10,
      gcTime: 30_000,
      placeholderData: (before: Envelope | undefined) => before,
    })),
  });
  return {
    envelopes: answers.map((answer) => answer.data as Envelope | undefined),
    error: (answers.find((answer) => answer.error)?.error as ProblemError | undefined) ?? null,
  };
}
