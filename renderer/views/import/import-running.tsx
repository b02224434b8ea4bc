import type { Job } from "#shared/domain/job.ts";
import { useSay } from "../../app/language.tsx";
import { useJobResult } from "../../data/use-job-result.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./import-view.module.css";

interface Props {
  readonly jobId: string;
  /** Rows the files are thought to hold. */
  readonly rows: number;
  readonly onEnd: (job: Job) => void;
}

/** An import on its way. */
export function ImportRunning({ jobId, rows, onEnd }: Props) {
  const say = useSay();
  const job = useJobResult(jobId, onEnd);
  return (
    <div className={classes.running}>
      <Panel>
        {job ? <JobProgress job={job} what={say("import-view.rows")} amount={rows} /> : say("ui.loading")}
        <p className={classes.soft}>{say("import-view.meanwhile")}</p>
      </Panel>
    </div>
  );
}
