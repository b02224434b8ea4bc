import { Alert } from "@mantine/core";
import type { ReactNode } from "react";
import { useSay } from "../../app/language.tsx";
import { JobProgress } from "../../ui/job-progress.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./proof.module.css";
import type { ProofJob } from "./use-proof-job.ts";

interface Props {
  readonly work: ProofJob;
  /** Of the question that starts the work. */
  readonly error: unknown;
  readonly onReset: () => void;
  /** What keeps the work from being started, in words. */
  readonly missing?: string | undefined;
  /** What is being done, beside the progress. */
  readonly running?: string;
  /** At the bottom of a form: stays in sight while the form scrolls. */
  readonly sticky?: boolean;
  /** The button that starts it. */
  readonly children: ReactNode;
}

/** How far long work is, what went wrong with it or what it still lacks, and the button that starts it. */
export function RunFoot({ work, error, onReset, missing, running, sticky = false, children }: Props) {
  const say = useSay();
  const reset = (): void => {
    work.clear();
    onReset();
  };
  return (
    <div className={sticky ? classes.foot : classes.act} aria-live="polite">
      <div className={classes.footState}>
        {work.job ? (
          <>
            <JobProgress job={work.job} />
            {running && <span className={classes.soft}>{running}</span>}
          </>
        ) : error || work.problem ? (
          <ProblemNotice problem={error ?? work.problem} onClose={reset} />
        ) : work.stopped ? (
          <Alert py={6} color="gray">
            {say("proof-view.stopped")}
          </Alert>
        ) : (
          missing && <span className={classes.soft}>{missing}</span>
        )}
      </div>
      {children}
    </div>
  );
}
