import { useQueries } from "@tanstack/react-query";
import type { Episode } from "#shared/domain/health.ts";
import { askOnce } from "./use-ask.ts";

/** The episodes of several models, in the order of the models; undefined while they are on their way. */
export function useEpisodesOf(modelIds: readonly string[]): readonly (readonly Episode[] | undefined)[] {
  const answers = useQueries({
    queries: modelIds.map((modelId) => ({
      queryKey: ["health", "episodes", { modelId }],
      queryFn: () => askOnce("health", "episodes", { modelId }),
    })),
  });
  return answers.map((answer) => answer.data as Episode[] | undefined);
}
