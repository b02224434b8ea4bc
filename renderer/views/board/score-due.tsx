import { Button } from "@mantine/core";
import { useState } from "react";
import type { BoardRow } from "#shared/domain/board.ts";
import { useSay } from "../../app/language.tsx";
import { useJobResult } from "../../data/use-job-result.ts";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Scores imports that the model in use has not seen; nothing is drawn where there are none. */
export function ScoreDue({ row: { model } }: { readonly row: BoardRow }) {
  const say = useSay();
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const score = useTell("health", "score", { changes: [], onDone: ({ jobId: id }) => setJobId(id) });
  useJobResult(jobId, ({ status }) => {
    setJobId(null);
    if (status.state === "failed") setProblem(status.problem);
  });
  const forget = (): void => {
    score.reset();
    setProblem(null);
  };
  if (score.error ?? problem) return <ProblemNotice problem={score.error ?? problem} onClose={forget} />;
  if (!model || (model.unscored === 0 && jobId === null)) return null;
  return (
    <Button size="xs" variant="light" loading={score.isPending || jobId !== null} onClick={() => score.mutate({ modelId: model.id })}>
      {say("board.score")}
    </Button>
  );
}
