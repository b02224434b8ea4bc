import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconShieldCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import type { Measure } from "#shared/domain/measure.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { JobProgress } from "../../ui/job-progress.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { EligibilityBars } from "./eligibility-bars.tsx";
import { FitChart } from "./fit-chart.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { lastSaving } from "./measure-status.ts";
import classes from "./proof.module.css";
import { SavingPanel } from "./saving-panel.tsx";
import { useProofJob } from "./use-proof-job.ts";
import { ValuePanel } from "./value-panel.tsx";
import { VerifyPanel } from "./verify-panel.tsx";

interface Props {
  readonly measure: Measure;
  readonly tags: readonly Tag[];
  readonly onRemoved: () => void;
}

/** One measure: what it was locked on, what was saved, how that was found, and what happened to it. */
export function MeasureOf({ measure, tags, onRemoved }: Props) {
  const [shownId, setShown] = useState<string | null>(null);
  const last = lastSaving(measure);
  const shown = measure.results.find(({ id }) => id === shownId) ?? last;
  return (
    <>
      {shown && <SavingPanel key={shown.id} measure={measure} summary={shown} />}
      <VerifyPanel measure={measure} tags={tags} onVerified={setShown} />
      <div className={classes.columns}>
        <LockPanel measure={measure} onRemoved={onRemoved} />
        <div className={classes.column}>
          <EligiblePanel measure={measure} />
          <ValuePanel measure={measure} />
          <HistoryPanel measure={measure} shownId={shown?.id ?? null} onShow={setShown} />
        </div>
      </div>
    </>
  );
}

function LockPanel({ measure, onRemoved }: Omit<Props, "tags">) {
  const say = useSay();
  const { data, error } = useAsk("proof", "detail", { measureId: measure.id });
  const work = useProofJob<unknown>(() => {});
  const check = useTell("proof", "check", { changes: [], onDone: ({ jobId }) => work.begin(jobId) });
  const restore = useTell("proof", "restore");
  const { name } = measure.plan;
  const remove = useTell("proof", "remove", {
    onDone: () => {
      onRemoved();
      const id = notifications.show({
        autoClose: 15_000,
        message: (
          <span className={classes.undo}>
            {say("proof-view.removed", { name })}
            <Button
              size="compact-xs"
              variant="light"
              onClick={() => {
                restore.mutate({ measureId: measure.id });
                notifications.hide(id);
              }}
            >
              {say("proof-view.undo")}
            </Button>
          </span>
        ),
      });
    },
  });
  const checked = measure.check;
  return (
    <Panel
      title={say("proof-view.fit.title")}
      actions={
        <>
          <Button
            size="compact-xs"
            variant="light"
            leftSection={<IconShieldCheck size={13} />}
            disabled={work.busy}
            onClick={() => check.mutate({ measureId: measure.id })}
          >
            {say("proof-view.check.do")}
          </Button>
          <ConfirmButton
            size="compact-xs"
            question={say("proof-view.remove.question", { name })}
            confirm={say("proof-view.remove")}
            onConfirm={() => remove.mutate({ measureId: measure.id })}
            loading={remove.isPending}
          >
            {say("proof-view.remove")}
          </ConfirmButton>
        </>
      }
    >
      <ProblemNotice problem={error ?? check.error ?? remove.error ?? work.problem} />
      {work.job && <JobProgress job={work.job} />}
      {data && (
        <>
          <FitChart curves={data.curves} unit={measure.unit} form={measure.form} quality={measure.quality} />
          <p className={classes.words} data-selectable>
            {say("proof-view.lock.stands", { time: localTime(measure.lockedAt), who: measure.lockedBy })}
            {" · "}
            {checked
              ? say(checked.findings.length === 0 ? "proof-view.check.good" : "proof-view.check.bad", { time: localTime(checked.at) })
              : say("proof-view.check.never")}
          </p>
          {checked && checked.findings.length > 0 && <FindingList findings={checked.findings} />}
          <p className={classes.help}>
            {say("proof-view.hash")}: <code className={classes.mono}>{measure.sha256}</code>
          </p>
        </>
      )}
    </Panel>
  );
}

function EligiblePanel({ measure }: { readonly measure: Measure }) {
  const say = useSay();
  const { data } = useAsk("proof", "detail", { measureId: measure.id });
  if (!data) return null;
  return (
    <Panel title={say("proof-view.eligible.title")}>
      <EligibilityBars eligibility={data.eligibility} plannedWeeks={measure.plan.plannedWeeks} />
      <FindingList findings={data.findings} />
    </Panel>
  );
}
