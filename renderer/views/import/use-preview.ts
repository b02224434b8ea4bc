import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useRef, useState } from "react";
import type { ImportPreview, TextPlan } from "#shared/domain/importing.ts";
import type { ProblemError } from "#shared/domain/problem.ts";
import { useAsk } from "../../data/use-ask.ts";

/** While a person types, nothing is asked, ms. */
const typingMs = 250;

export interface Preview {
  /** The last answer that came; undefined before the first. */
  readonly answer: ImportPreview | undefined;
  /** What the person has agreed to so far: the guess with their corrections. */
  readonly plan: TextPlan | undefined;
  /** The answer does not show the latest corrections yet. */
  readonly isBehind: boolean;
  /** Why the files cannot be read by the plan. */
  readonly error: ProblemError | null;
  readonly isCorrected: boolean;
  correct(plan: TextPlan): void;
  /** Back to what was guessed. */
  reset(): void;
}

/** What the files are understood to be, following every correction; a correction that cannot be read leaves the last picture standing. */
export function usePreview(files: readonly string[]): Preview {
  const [corrected, correct] = useState<TextPlan | null>(null);
  const [asked] = useDebouncedValue(corrected, typingMs);
  const key = files.join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: other files, other guesses
  useEffect(() => correct(null), [key]);
  const plan = corrected === null ? null : asked;
  const { data, error, isFetching, isPlaceholderData } = useAsk(
    "importing",
    "preview",
    { files: [...files], ...(plan ? { plan } : {}) },
    { enabled: files.length > 0, forgetAfterMs: 10_000 },
  );
  const last = useRef<{ key: string; answer: ImportPreview } | null>(null);
  if (data && !isPlaceholderData) last.current = { key, answer: data };
  const answer = last.current?.key === key ? last.current.answer : undefined;
  const settled = corrected === asked && data !== undefined && !isFetching;
  return {
    answer,
    plan: settled ? data.plan : (corrected ?? answer?.plan),
    isBehind: isFetching || corrected !== asked,
    error,
    isCorrected: corrected !== null,
    correct,
    reset: () => correct(null),
  };
}
