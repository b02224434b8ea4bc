import { Button } from "@mantine/core";
import { useState } from "react";
import type { HealthModel } from "#shared/domain/health.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useJobResult } from "../../data/use-job-result.ts";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Scores what was imported after a model was trained; nothing is drawn where nothing was. */
export function ScoreNew({ model }: { readonly model: HealthModel }) {
  const say = useSay();
  const unscored = useAsk("models", "unscored", { assetId: model.assetId });
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const score = useTell("health", "score", { changes: [], onDone: ({ jobId: id }) => setJobId(id) });
  useJobResult(jobId, ({ status }) => {
    setJobId(null);
    if (status.state === "failed") setProblem(status.problem);
  });
  const fresh = unscored.data?.find(({ modelId }) => modelId === model.id)?.imports ?? [];
  const failed = score.error ?? problem;
  if (failed)
    return (
      <ProblemNotice
        problem={failed}
        onClose={() => {
          score.reset();
          setProblem(null);
        }}
      />
    );
  if (model.retiredAt || (fresh.length === 0 && jobId === null)) return null;
  return (
    <Button
      variant="light"
      title={say("health.model.score.help", { count: fresh.length })}
      loading={score.isPending || jobId !== null}
      onClick={() => score.mutate({ modelId: model.id })}
    >
      {say("health.model.score")}
    </Button>
  );
}
