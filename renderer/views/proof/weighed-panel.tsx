import { useEffect, useRef } from "react";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { EligibilityBars } from "./eligibility-bars.tsx";
import { FitChart } from "./fit-chart.tsx";
import { LockBy } from "./lock-by.tsx";
import classes from "./proof.module.css";

/** What could be proven with a baseline that is not locked yet, and the lock. */
export function WeighedPanel({ draftId, onLocked }: { readonly draftId: string; readonly onLocked: (measureId: string) => void }) {
  const say = useSay();
  const { data, error } = useAsk("proof", "weighed", { draftId });
  const lock = useTell("proof", "lock", { onDone: ({ id }) => onLocked(id) });
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (data) shown.current?.scrollIntoView({ block: "start" });
  }, [data]);
  if (error) return <ProblemNotice problem={error} />;
  if (!data) return null;
  const { plan, unit, form, quality, curves, eligibility, findings } = data;
  return (
    <div ref={shown} className={classes.columns} data-testid="weighed">
      <Panel title={say("proof-view.eligible.title")}>
        <EligibilityBars eligibility={eligibility} plannedWeeks={plan.plannedWeeks} />
        <FindingList findings={findings} />
        <ProblemNotice problem={lock.error} />
        <LockBy
          action={say("proof-view.lock.do")}
          help={say("proof-view.lock.help")}
          busy={lock.isPending}
          onLock={(lockedBy) => lock.mutate({ draftId, lockedBy })}
        />
      </Panel>
      <Panel title={say("proof-view.fit.title")}>
        <FitChart {...{ curves, unit, form, quality }} />
      </Panel>
    </div>
  );
}
