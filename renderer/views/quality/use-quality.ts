import { useEffect, useRef, useState } from "react";
import type { ImportRecord } from "#shared/domain/importing.ts";
import type { Job } from "#shared/domain/job.ts";
import type { QualityReport } from "#shared/domain/quality.ts";
import { useAsk } from "../../data/use-ask.ts";
import { useJobResult } from "../../data/use-job-result.ts";
import { useTell } from "../../data/use-tell.ts";

interface Quality {
  readonly report: QualityReport | null | undefined;
  readonly job: Job | undefined;
  readonly problem: unknown;
  /** Stopped by a person: nothing is begun again by itself. */
  readonly stopped: boolean;
  look(): void;
}

/** The report of an import; made by itself the first time somebody wants to see it. */
export function useQuality({ id: importId }: ImportRecord): Quality {
  const known = useAsk("quality", "of", { importId });
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [stopped, setStopped] = useState(false);
  const assess = useTell("quality", "assess", { changes: [], onDone: ({ jobId: id }) => setJobId(id) });
  const job = useJobResult(jobId, ({ status }) => {
    setJobId(null);
    if (status.state === "failed") setProblem(status.problem);
    if (status.state === "cancelled" || status.state === "interrupted") setStopped(true);
    if (status.state === "done") void known.refetch();
  });
  const look = () => {
    setProblem(null);
    setStopped(false);
    assess.mutate({ importId });
  };
  const begun = useRef<string | null>(null);
  useEffect(() => {
    if (known.data !== null || begun.current === importId) return;
    begun.current = importId;
    look();
  });
  return { report: known.data, job, problem: known.error ?? assess.error ?? problem, stopped, look };
}
