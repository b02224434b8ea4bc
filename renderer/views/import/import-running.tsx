import { useEffect, useRef } from "react";
import type { Job } from "#shared/domain/job.ts";
import { useSay } from "../../app/language.tsx";
import { isOver, useJobs } from "../../data/use-jobs.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./import-view.module.css";

export interface RunningImport {
  readonly jobId: string;
  readonly name: string;
  /** Rows the files are thought to hold. */
  readonly rows: number;
}

interface Props {
  readonly imports: readonly RunningImport[];
  /** Called once, when all have ended; in the order of `imports`. */
  readonly onEnd: (jobs: readonly Job[]) => void;
}

/** Imports on their way. */
export function ImportRunning({ imports, onEnd }: Props) {
  const say = useSay();
  const known = useJobs();
  const jobs = imports.map(({ jobId }) => known.find((job) => job.id === jobId));
  const told = useRef(false);
  useEffect(() => {
    const ended = jobs.flatMap((job) => (job && isOver(job) ? [job] : []));
    if (told.current || ended.length < imports.length) return;
    told.current = true;
    onEnd(ended);
  });
  return (
    <div className={classes.running}>
      <Panel>
        <ul className={classes.jobs}>
          {imports.map(({ jobId, rows }, k) => {
            const job = jobs[k];
            return <li key={jobId}>{job ? <JobProgress job={job} what={say("import-view.rows")} amount={rows} /> : say("ui.loading")}</li>;
          })}
        </ul>
        <p className={classes.soft}>{say("import-view.meanwhile")}</p>
      </Panel>
    </div>
  );
}
