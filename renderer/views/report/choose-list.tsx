import { Button, Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./report.module.css";

interface Item {
  readonly id: string;
  readonly name: string;
  readonly more: string;
}

interface Props {
  readonly title: string;
  readonly items: readonly Item[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  /** Said where there is nothing to choose from, with the way there. */
  readonly none: string;
  readonly wayThere: { readonly label: string; readonly go: () => void };
}

/** Models that may go into a report. */
export function ChooseList({ title, items, chosen, onChange, none, wayThere }: Props): ReactNode {
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className={classes.choose}>
      <legend>{title}</legend>
      {items.length === 0 ? (
        <p className={classes.none}>
          {none}{" "}
          <Button size="compact-xs" variant="subtle" onClick={wayThere.go}>
            {wayThere.label}
          </Button>
        </p>
      ) : (
        items.map(({ id, name, more }) => (
          <Checkbox key={id} size="xs" checked={chosen.has(id)} onChange={() => toggle(id)} label={name} description={more} />
        ))
      )}
    </fieldset>
  );
}
