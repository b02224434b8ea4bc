import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import type { TrialDeviation } from "#shared/domain/trial.ts";
import { useSay } from "../../app/language.tsx";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./trial.module.css";

interface Props {
  readonly trialId: string;
  readonly block: number;
  readonly onDone: () => void;
}

const kinds: readonly TrialDeviation["what"][] = ["skipped", "swapped", "disturbed"];

/** What happened in a block instead of what was drawn. */
export function DeviationNote({ trialId, block, onDone }: Props) {
  const say = useSay();
  const [what, setWhat] = useState<TrialDeviation["what"]>("skipped");
  const [reason, setReason] = useState("");
  const [by, setBy] = useState("");
  const note = useTell("trial", "note", { onDone });
  const good = reason.trim() !== "" && by.trim() !== "";
  return (
    <>
      <form
        className={classes.note}
        onSubmit={(event) => {
          event.preventDefault();
          if (good) note.mutate({ trialId, block, what, reason: reason.trim(), by: by.trim() });
        }}
      >
        <h3>{say("trial-view.note.title", { block: block + 1 })}</h3>
        <div>
          <span className={classes.label} id="deviation-what">
            {say("trial-view.note.what")}
          </span>
          <SegmentedControl
            size="xs"
            aria-labelledby="deviation-what"
            value={what}
            onChange={(value) => setWhat(value as TrialDeviation["what"])}
            data={kinds.map((value) => ({ value, label: say(`trial-view.what.${value}`) }))}
          />
        </div>
        <TextInput
          size="xs"
          label={say("trial-view.note.reason")}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput size="xs" label={say("trial-view.note.by")} value={by} onChange={(event) => setBy(event.currentTarget.value)} />
        <Button type="submit" size="xs" disabled={!good} loading={note.isPending}>
          {say("trial-view.note.do")}
        </Button>
      </form>
      <ProblemNotice problem={note.error} />
    </>
  );
}
