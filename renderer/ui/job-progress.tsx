import { ActionIcon, Button, Progress } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Job } from "#shared/domain/job.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../app/language.tsx";
import { useTell } from "../data/use-tell.ts";
import { familyNames, jobName } from "./job-name.ts";
import classes from "./job-progress.module.css";
import { useRate } from "./use-rate.ts";
import { wordsOr } from "./words-or.ts";

interface Props {
  readonly job: Job;
  /** What is counted, in the plural, for the rate: "rows". Left out, no rate is shown. */
  readonly what?: string;
  /** How many of them the whole job is; the job's own total when left out. */
  readonly amount?: number;
  /** One line, for the status bar. */
  readonly compact?: boolean;
}

/** A job on its way: how far, how fast, how long still, and how to stop it. */
export function JobProgress({ job, what, amount, compact = false }: Props) {
  const say = useSay();
  const cancel = useTell("jobs", "cancel", { changes: ["jobs"] });
  const status = job.status;
  const running = status.state === "running";
  const percent = running && status.total > 0 ? Math.min(100, (100 * status.done) / status.total) : 0;
  const rate = useRate(job, amount);
  const name = jobName(say, job);
  const stop = () => cancel.mutate({ jobId: job.id });
  const told = [
    running ? `${formatNumber(percent, { decimals: 0 })} %` : say(`job.state.${status.state}`),
    what && rate !== null ? say("ui.job.rate", { rate: formatNumber(rate, { significant: 3 }), what }) : null,
    running && status.leftMs !== undefined ? say("ui.job.left", { time: formatDuration(status.leftMs, say.language) }) : null,
  ].filter((part) => part !== null);
  const bar = (
    <Progress className={classes.bar ?? ""} value={percent} size={compact ? 5 : 7} aria-label={name} animated={running && percent === 0} />
  );
  const canStop = running || status.state === "queued";
  if (compact) {
    return (
      <div className={classes.compact} data-job={job.id} data-state={status.state}>
        {bar}
        <span className={classes.name}>{name}</span>
        <span className={classes.soft}>{told.join(" · ")}</span>
        {canStop && (
          <ActionIcon
            size={18}
            aria-label={say("ui.cancel")}
            title={say("ui.cancel")}
            disabled={cancel.isPending || cancel.isSuccess}
            onClick={stop}
          >
            <IconX size={13} />
          </ActionIcon>
        )}
      </div>
    );
  }
  return (
    <div className={classes.job} data-job={job.id} data-state={status.state}>
      <div className={classes.row}>
        <span className={classes.name}>{name}</span>
        {running && status.note && (
          <span className={classes.soft}>{wordsOr(say, `job.note.${status.note}`, familyNames(say, status.note))}</span>
        )}
        {canStop && (
          <Button className={classes.end ?? ""} variant="default" disabled={cancel.isPending || cancel.isSuccess} onClick={stop}>
            {cancel.isPending || cancel.isSuccess ? say("ui.job.cancelling") : say("ui.cancel")}
          </Button>
        )}
      </div>
      {bar}
      <span className={classes.soft}>{told.join(" · ")}</span>
    </div>
  );
}
