import { useEffect, useRef } from "react";
import { trialSpan } from "#shared/domain/trial.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { BarChart } from "../../charts/bar-chart.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { LockBy } from "./lock-by.tsx";
import { offsetWords } from "./offset-words.ts";
import classes from "./proof.module.css";
import { TrialCalendar } from "./trial-calendar.tsx";

const hour = 3_600_000;

/** How long the trial must run, the calendar that was drawn, and the lock. */
export function WeighedTrialPanel({ draftId, onLocked }: { readonly draftId: string; readonly onLocked: (trialId: string) => void }) {
  const say = useSay();
  const { data, error } = useAsk("trial", "weighed", { draftId });
  const lock = useTell("trial", "lock", { onDone: ({ id }) => onLocked(id) });
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (data) shown.current?.scrollIntoView({ block: "start" });
  }, [data]);
  if (error) return <ProblemNotice problem={error} />;
  if (!data) return null;
  const { wish, plan, needs, provablePercent, risks, findings } = data;
  const span = trialSpan(plan);
  const local = (at: number): string => formatTime(at + wish.clockOffsetMs);
  return (
    <div ref={shown} className={classes.columns} data-testid="weighed-trial">
      <Panel title={say("trial-view.needs")}>
        <p className={classes.help}>
          {say("trial-view.needs.help", {
            percent: formatQuantity(wish.expected.percent, "%", { significant: 3 }),
            power: Math.round(100 * risks.power),
            risk: Math.round(100 * risks.falselyProven),
          })}
        </p>
        <BarChart
          label={say("trial-view.needs.chart")}
          unit="h"
          bars={needs.map(({ blockMs, hours, pairs, deviationPercent }) => ({
            id: String(blockMs),
            label: formatDuration(blockMs, say.language),
            value: hours ?? Number.NaN,
            tone: blockMs === plan.blockMs ? "plain" : "soft",
            text:
              hours === null
                ? say(deviationPercent === null ? "trial-view.needs.unknown" : "trial-view.needs.never")
                : `${formatNumber(hours, { decimals: 0 })} h (2 × ${pairs})`,
          }))}
        />
        <p className={classes.words}>
          <strong>
            {say("trial-view.plan.words", {
              pairs: plan.blocks.length / 2,
              length: formatDuration(plan.blockMs, say.language),
              hours: formatNumber((span.to - span.from) / hour, { decimals: 0 }),
              from: local(span.from),
              to: local(span.to),
            })}
          </strong>
          {provablePercent !== null && (
            <>
              {" · "}
              {say("trial-view.provable")}: {formatQuantity(provablePercent, "%", { significant: 2 })}
            </>
          )}
        </p>
        <FindingList findings={findings} />
        <ProblemNotice problem={lock.error} />
        <LockBy
          action={say("trial-view.lock.do")}
          help={say("trial-view.lock.help")}
          busy={lock.isPending}
          onLock={(lockedBy) => lock.mutate({ draftId, lockedBy })}
        />
      </Panel>
      <Panel title={say("trial-view.calendar")} note={say("trial-view.calendar.preview", { offset: offsetWords(wish.clockOffsetMs) })}>
        <TrialCalendar plan={plan} clockOffsetMs={wish.clockOffsetMs} />
      </Panel>
    </div>
  );
}
