import { keepPreviousData, type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { ProblemError } from "#shared/domain/problem.ts";
import { engine } from "./engine.ts";
import type { Answer, AreaName, Input, MethodName } from "./question.ts";

export interface AskOptions {
  /** Nothing is asked while this is false. */
  readonly enabled?: boolean;
  /** Shows the answer to the former input until the new one is there. */
  readonly keepPrevious?: boolean;
  /** How long an answer nobody looks at is kept, for large ones. */
  readonly forgetAfterMs?: number;
}

/**
 * Asks the engine and keeps the answer: `useAsk("project", "tags", { assetId })`. Asked again when the input changes, when a
 * job that touches the area ends, and after a `useTell` that names the area. `error` is a `ProblemError`.
 */
export function useAsk<A extends AreaName, M extends MethodName<A>>(
  area: A,
  method: M,
  input: Input<A, M>,
  { enabled = true, keepPrevious = false, forgetAfterMs }: AskOptions = {},
): UseQueryResult<Answer<A, M>, ProblemError> {
  return useQuery<Answer<A, M>, ProblemError>({
    queryKey: [area, method, input],
    queryFn: () => askOnce(area, method, input),
    enabled,
    ...(forgetAfterMs === undefined ? {} : { gcTime: forgetAfterMs }),
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Asks once, without keeping the answer. */
export const askOnce = <A extends AreaName, M extends MethodName<A>>(area: A, method: M, input: Input<A, M>): Promise<Answer<A, M>> =>
  (engine.ask[area] as unknown as Record<string, (input: unknown) => Promise<Answer<A, M>>>)[method]!(input);
