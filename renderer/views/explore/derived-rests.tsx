import { Button, Popover } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { DerivedTag } from "#shared/domain/derived-tag.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./derived.module.css";

/** What reads a derived tag, and how it is removed. */
export function DerivedRests({ tag, onRemoved }: { readonly tag: DerivedTag; readonly onRemoved: () => void }) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const { assetId, name } = tag;
  const { data: uses, error } = useAsk("derived", "uses", { assetId, name });
  const remove = useTell("derived", "remove", {
    changes: ["derived", "project", "explore", "efficiency", "health"],
    onDone: onRemoved,
  });
  const kinds = (["models", "kpis", "measures", "derived"] as const).filter((kind) => (uses?.[kind].length ?? 0) > 0);
  const locked = kinds.includes("measures") || kinds.includes("derived");
  return (
    <section className={classes.rests}>
      <h3 className={classes.small}>{say("derived.rests")}</h3>
      <ProblemNotice problem={error} />
      {uses && kinds.length === 0 && <p className={classes.soft}>{say("derived.rests.nothing")}</p>}
      <ul className={classes.uses}>
        {uses &&
          kinds.map((kind) => (
            <li key={kind}>{say(`derived.rests.${kind}`, { count: uses[kind].length, names: uses[kind].join(", ") })}</li>
          ))}
      </ul>
      <ProblemNotice problem={remove.error} />
      <Popover opened={asking} onChange={setAsking} position="top-start" withArrow shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant="light"
            color="red"
            leftSection={<IconTrash size={14} />}
            disabled={!uses || locked}
            onClick={() => setAsking(!asking)}
          >
            {say("derived.remove")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Button color="red" loading={remove.isPending} onClick={() => remove.mutate({ assetId, name, force: kinds.length > 0 })}>
            {say("derived.remove.sure")}
          </Button>
        </Popover.Dropdown>
      </Popover>
    </section>
  );
}
