import { useState } from "react";
import type { Job } from "#shared/domain/job.ts";
import { useJobResult } from "../../data/use-job-result.ts";

export interface ProofJob {
  /** While it runs. */
  readonly job: Job | undefined;
  readonly busy: boolean;
  readonly problem: unknown;
  /** A person or the end of the engine stopped it. */
  readonly stopped: boolean;
  begin(jobId: string): void;
  clear(): void;
}

/** One piece of long work of this screen, followed to its end. */
export function useProofJob<R>(onDone: (result: R) => void): ProofJob {
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [stopped, setStopped] = useState(false);
  const job = useJobResult(jobId, ({ status }) => {
    setJobId(null);
    if (status.state === "done") onDone(status.result as R);
    else if (status.state === "failed") setProblem(status.problem);
    else setStopped(true);
  });
  const clear = (): void => {
    setProblem(null);
    setStopped(false);
  };
  return {
    job: jobId === null ? undefined : job,
    busy: jobId !== null,
    problem,
    stopped,
    clear,
    begin: (id) => {
      clear();
      setJobId(id);
    },
  };
}
