import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { ProblemError } from "#shared/domain/problem.ts";
import type { Answer, AreaName, Input, MethodName } from "./question.ts";
import { askOnce } from "./use-ask.ts";

export interface TellOptions<A extends AreaName, M extends MethodName<A>> {
  /** Areas whose answers this changes, besides the audit chain; its own area when left out. */
  readonly changes?: readonly AreaName[];
  readonly onDone?: (answer: Answer<A, M>, input: Input<A, M>) => void;
}

/** Tells the engine to do something: `const judge = useTell("health", "judge"); judge.mutate({ … })`. */
export function useTell<A extends AreaName, M extends MethodName<A>>(
  area: A,
  method: M,
  { changes = [area], onDone }: TellOptions<A, M> = {},
): UseMutationResult<Answer<A, M>, ProblemError, Input<A, M>> {
  const client = useQueryClient();
  return useMutation<Answer<A, M>, ProblemError, Input<A, M>>({
    mutationFn: (input) => askOnce(area, method, input),
    onSuccess: async (answer, input) => {
      onDone?.(answer, input);
      await Promise.all([
        ...changes.map((changed) => client.invalidateQueries({ queryKey: [changed] })),
        client.invalidateQueries({ queryKey: ["project", "audit"] }),
      ]);
    },
  });
}
