import { Alert, Button } from "@mantine/core";
import { useState } from "react";
import type { Job } from "#shared/domain/job.ts";
import { useSay } from "../../app/language.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ImportReport } from "./import-report.tsx";
import classes from "./import-view.module.css";
import type { ImportWish } from "./import-wish.ts";

/** An import that ended: with a report, or with a job that tells why not. */
export interface EndedImport {
  readonly name: string;
  readonly importId?: string;
  readonly job?: Job;
  readonly wish?: ImportWish;
}

interface Props {
  readonly ended: readonly EndedImport[];
  readonly onAnother: () => void;
  /** The way back to what did not end well. */
  readonly onBack?: () => void;
}

/** What the imports did, one report after the other; what was not imported stands above. */
export function ImportReports({ ended, onAnother, onBack }: Props) {
  const say = useSay();
  const done = ended.filter(({ importId }) => importId !== undefined);
  const left = ended.filter(({ job }) => job !== undefined);
  const [chosen, choose] = useState<string | null>(null);
  const shown = done.find(({ importId }) => importId === chosen) ?? done[0];
  return (
    <>
      {left.length > 0 && (
        <div className={classes.left} role="status">
          {left.map(({ name, job }) =>
            job?.status.state === "failed" ? (
              <ProblemNotice key={job.id} title={name} problem={job.status.problem} />
            ) : (
              <Alert key={job?.id} color="gray" title={name} py={8}>
                {say(job?.status.state === "interrupted" ? "import-view.interrupted" : "import-view.stopped")}
              </Alert>
            ),
          )}
          {onBack && (
            <Button variant="light" onClick={onBack}>
              {say("import-view.report.back", { count: left.length })}
            </Button>
          )}
        </div>
      )}
      {done.length > 1 && (
        <nav className={classes.strip} aria-label={say("import-view.report.all")}>
          {done.map(({ importId, name }) => (
            <button
              key={importId}
              type="button"
              className={classes.chip}
              data-shown={importId === shown?.importId || undefined}
              aria-current={importId === shown?.importId ? "true" : undefined}
              onClick={() => choose(importId ?? null)}
            >
              {name}
            </button>
          ))}
        </nav>
      )}
      {shown?.importId && <ImportReport key={shown.importId} importId={shown.importId} onAnother={onAnother} />}
    </>
  );
}
