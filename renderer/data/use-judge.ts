import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import type { Episode } from "#shared/domain/health.ts";
import type { ProblemError } from "#shared/domain/problem.ts";
import type { Input } from "./question.ts";
import { askOnce } from "./use-ask.ts";

/**
 * Gives or takes back a verdict. The list of episodes is mended in place: asking for everything of the area again would make
 * a person wait between two keys.
 */
export function useJudge(): UseMutationResult<Episode, ProblemError, Input<"health", "judge">> {
  const client = useQueryClient();
  return useMutation<Episode, ProblemError, Input<"health", "judge">>({
    mutationFn: (input) => askOnce("health", "judge", input),
    onSuccess: (judged) => {
      client.setQueryData<Episode[]>(["health", "episodes", { modelId: judged.modelId }], (known) =>
        known?.map((episode) => (episode.id === judged.id ? judged : episode)),
      );
      void client.invalidateQueries({ queryKey: ["cases"] });
      void client.invalidateQueries({ queryKey: ["health", "similar"] });
      void client.invalidateQueries({ queryKey: ["project", "audit"] });
    },
  });
}
