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
  /** The columns shown are those of the former cut. */
  readonly isRecut: boolean;
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
    plan: settled ? data.plan : corrected && answer ? whole(corrected, answer.plan) : answer?.plan,
    isBehind: isFetching || corrected !== asked,
    isRecut: !settled && corrected?.columns.length === 0,
    error,
    isCorrected: corrected !== null,
    correct,
    reset: () => correct(null),
  };
}

/** While the columns are found anew the former ones stay in view. */
const whole = (plan: TextPlan, former: TextPlan): TextPlan =>
  plan.columns.length > 0 ? plan : { ...plan, columns: former.columns, clock: former.clock };
