import { Button } from "@mantine/core";
import { useState } from "react";
import type { ValueInput } from "#shared/domain/efficiency.ts";
import type { Measure } from "#shared/domain/measure.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./proof.module.css";
import { ValueFields } from "./value-fields.tsx";

/** What turns the savings of a measure into money and CO2. */
export function ValuePanel({ measure }: { readonly measure: Measure }) {
  const say = useSay();
  const typed = useAsk("proof", "valueInput", { measureId: measure.id });
  const keep = useTell("proof", "value");
  const [next, setNext] = useState<ValueInput | null | undefined>(undefined);
  return (
    <Panel title={say("proof-view.value.title")}>
      <p className={classes.help}>{say("proof-view.value.help")}</p>
      <ProblemNotice problem={typed.error ?? keep.error} />
      {typed.isSuccess && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (next !== undefined) keep.mutate({ measureId: measure.id, input: next });
          }}
        >
          <ValueFields value={typed.data} unit={measure.unit} onChange={setNext} />
          <Button type="submit" size="compact-xs" mt={8} variant="light" disabled={next === undefined} loading={keep.isPending}>
            {say("proof-view.value.keep")}
          </Button>
        </form>
      )}
    </Panel>
  );
}
