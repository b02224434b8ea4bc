import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useRef } from "react";
import type { ImportPreview, LogPlan } from "#shared/domain/importing.ts";
import type { ProblemError } from "#shared/domain/problem.ts";
import { useAsk } from "../../data/use-ask.ts";
import { type ImportDraft, type TableDraft, withTable } from "./import-draft.ts";

/** While a person types, nothing is asked, ms. */
const typingMs = 250;

export interface Preview {
  /** The last answer that came for the table shown; undefined before the first. */
  readonly answer: ImportPreview | undefined;
  /** What the person has agreed to so far: the guess with their corrections. */
  readonly plan: LogPlan | undefined;
  /** What the table shown was taken for with no hint. */
  readonly guess: LogPlan | undefined;
  /** Every table of the files as it was guessed. */
  readonly tables: ImportPreview["tables"];
  readonly draft: ImportDraft;
  /** The answer does not show the latest corrections yet. */
  readonly isBehind: boolean;
  /** The columns shown are those of the former cut. */
  readonly isRecut: boolean;
  /** Why the files cannot be read by the plan. */
  readonly error: ProblemError | null;
  readonly isCorrected: boolean;
  /** Shows another table; what was agreed to about this one stays. */
  show(table: number): void;
  correct(plan: LogPlan): void;
  /** Back to what was guessed. */
  reset(): void;
  decide(table: number, change: TableDraft): void;
}

interface Props {
  readonly files: readonly string[];
  readonly draft: ImportDraft;
  readonly onDraft: (draft: ImportDraft) => void;
}

/** What the files are understood to be, following every correction; a correction that cannot be read leaves the last picture standing. */
export function usePreview({ files, draft, onDraft }: Props): Preview {
  const key = files.join("\n");
  const options = { enabled: files.length > 0, forgetAfterMs: 10_000 };
  const guessed = useAsk("importing", "preview", { files: [...files] }, options);
  const { table } = draft;
  const tables = guessed.data?.tables ?? [];
  const corrected = draft.tables[table]?.plan ?? null;
  const wanted = corrected ?? (table === 0 ? null : (tables[table]?.plan ?? null));
  const place = `${key}#${table}`;
  const wish = useMemo(() => ({ place, plan: wanted }), [place, wanted]);
  const [later] = useDebouncedValue(wish, typingMs);
  // Only typing is waited for: another table, or the way back to the guess, is wanted at once.
  const asked = later.place === place && corrected !== null ? later.plan : wanted;
  const { data, error, isFetching, isPlaceholderData } = useAsk(
    "importing",
    "preview",
    { files: [...files], ...(asked ? { plan: asked } : {}) },
    options,
  );
  const last = useRef<{ place: string; answer: ImportPreview } | null>(null);
  if (data && !isPlaceholderData) last.current = { place, answer: data };
  const answer = last.current?.place === place ? last.current.answer : undefined;
  const settled = wanted === asked && data !== undefined && !isFetching;
  return {
    answer,
    plan: settled ? data.plan : corrected && answer ? whole(corrected, answer.plan) : answer?.plan,
    guess: tables[table]?.plan,
    tables,
    draft,
    isBehind: isFetching || wanted !== asked,
    isRecut: !settled && corrected?.columns.length === 0,
    error,
    isCorrected: corrected !== null,
    show: (next) => onDraft({ ...draft, table: next }),
    correct: (plan) => onDraft(withTable(draft, table, { plan })),
    reset: () => onDraft(withTable(draft, table, { plan: undefined, from: undefined })),
    decide: (at, change) => onDraft(withTable(draft, at, change)),
  };
}

/** While the columns are found anew the former ones stay in view. */
const whole = (plan: LogPlan, former: LogPlan): LogPlan =>
  plan.columns.length > 0 ? plan : { ...plan, columns: former.columns, clock: former.clock };
