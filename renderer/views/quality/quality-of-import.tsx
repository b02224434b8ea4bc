import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { JobProgress } from "../../ui/job-progress.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./quality.module.css";
import { QualityPage } from "./quality-page.tsx";
import { useQuality } from "./use-quality.ts";

/** The report of one import, or the work that makes it. */
export function QualityOfImport({ record, choice }: { readonly record: ImportRecord; readonly choice: ReactNode }) {
  const say = useSay();
  const { report, job, problem, stopped, look } = useQuality(record);
  if (report && !job) return <QualityPage key={record.id} report={report} choice={choice} onAgain={look} />;
  return (
    <div className={classes.screen}>
      {choice}
      <ProblemNotice problem={problem} onRetry={look} />
      {job && (
        <Panel title={say("app.screen.quality")} note={say("quality-view.looking")}>
          <JobProgress job={job} />
        </Panel>
      )}
      {stopped && !job && (
        <EmptyState
          title={say("quality-view.stopped")}
          text={say("quality-view.looking")}
          action={<Button onClick={look}>{say("quality-view.look")}</Button>}
        />
      )}
    </div>
  );
}
