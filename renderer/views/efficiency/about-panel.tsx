import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { EfficiencyModel, EfficiencyResult } from "#shared/domain/efficiency.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useTell } from "../../data/use-tell.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./efficiency.module.css";

interface Props {
  readonly model: EfficiencyModel;
  readonly result: EfficiencyResult;
  readonly onAgain: () => void;
  readonly onRemoved: () => void;
}

/** What a result was made from, so that every number can be walked back. */
export function AboutPanel({ model, result, onAgain, onRemoved }: Props) {
  const say = useSay();
  const remove = useTell("efficiency", "remove", { onDone: onRemoved });
  const { kpi } = model;
  const stretches = (ranges: readonly TimeRange[]): ReactNode =>
    ranges.map(({ from, to }) => (
      <div key={from}>
        {formatTime(from)} – {formatTime(to)} ({formatDuration(to - from, say.language)})
      </div>
    ));
  return (
    <Panel
      title={say("efficiency.model.about")}
      actions={
        <>
          <Button size="compact-xs" variant="light" leftSection={<IconPencil size={13} />} onClick={onAgain}>
            {say("efficiency.build.again")}
          </Button>
          <ConfirmButton
            size="compact-xs"
            question={`${say("efficiency.model.remove.title")} ${say("efficiency.model.remove.text", { name: kpi.name })}`}
            confirm={say("efficiency.model.remove")}
            onConfirm={() => remove.mutate({ modelId: model.id })}
            loading={remove.isPending}
          >
            {say("efficiency.model.remove")}
          </ConfirmButton>
        </>
      }
    >
      <ProblemNotice problem={remove.error} />
      <dl className={classes.facts}>
        <dt>{say("efficiency.model.formula")}</dt>
        <dd>
          <code className={classes.mono}>{kpi.formula}</code>
        </dd>
        {kpi.validWhen && (
          <>
            <dt>{say("efficiency.model.valid-when")}</dt>
            <dd>
              <code className={classes.mono}>{kpi.validWhen}</code>
            </dd>
          </>
        )}
        <dt>{say("efficiency.model.baseline")}</dt>
        <dd>{stretches(model.baselinePeriod.ranges)}</dd>
        <dt>{say("efficiency.model.reporting")}</dt>
        <dd>{stretches(result.reportingPeriod.ranges)}</dd>
        <dt>{say("efficiency.model.resolution")}</dt>
        <dd>{formatDuration(kpi.resolutionMs, say.language)}</dd>
        {kpi.controllableTags.length > 0 && (
          <>
            <dt>{say("efficiency.model.controllable")}</dt>
            <dd>{kpi.controllableTags.join(", ")}</dd>
          </>
        )}
        <dt>{say("efficiency.model.created")}</dt>
        <dd>
          {localTime(model.createdAt)}, {say("health.model.trained", { length: formatDuration(model.trainedMs, say.language) })}
        </dd>
        <dt>{say("efficiency.model.id")}</dt>
        <dd>{model.id}</dd>
      </dl>
    </Panel>
  );
}
