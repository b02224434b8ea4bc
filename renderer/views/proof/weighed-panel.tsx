import { Button, TextInput } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { EligibilityBars } from "./eligibility-bars.tsx";
import { FitChart } from "./fit-chart.tsx";
import classes from "./proof.module.css";

/** What could be proven with a baseline that is not locked yet, and the lock. */
export function WeighedPanel({ draftId, onLocked }: { readonly draftId: string; readonly onLocked: (measureId: string) => void }) {
  const say = useSay();
  const { data, error } = useAsk("proof", "weighed", { draftId });
  const [who, setWho] = useState("");
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
        <form
          className={classes.lock}
          onSubmit={(event) => {
            event.preventDefault();
            if (who.trim() !== "") lock.mutate({ draftId, lockedBy: who.trim() });
          }}
        >
          <TextInput size="xs" label={say("proof-view.lock.who")} value={who} onChange={(event) => setWho(event.currentTarget.value)} />
          <Button type="submit" leftSection={<IconLock size={14} />} disabled={who.trim() === ""} loading={lock.isPending}>
            {say("proof-view.lock.do")}
          </Button>
        </form>
        <p className={classes.help}>{say("proof-view.lock.help")}</p>
      </Panel>
      <Panel title={say("proof-view.fit.title")}>
        <FitChart {...{ curves, unit, form, quality }} />
      </Panel>
    </div>
  );
}
