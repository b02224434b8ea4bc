import { Button, CloseButton, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import type { StaticFactor } from "#shared/domain/kpi.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./efficiency.module.css";

interface Props {
  readonly factors: readonly StaticFactor[];
  readonly tags: readonly Tag[];
  readonly onChange: (factors: StaticFactor[]) => void;
}

/** What rarely changes, written down so that a change is seen: a name, what it was in the baseline, and the tag that shows it. */
export function StaticFactorsField({ factors, tags, onChange }: Props) {
  const say = useSay();
  const [name, setName] = useState("");
  const replace = (at: number, part: Partial<StaticFactor>) =>
    onChange(factors.map((factor, k) => (k === at ? { ...factor, ...part } : factor)));
  const add = () => {
    if (name.trim() === "") return;
    onChange([...factors, { name: name.trim(), tag: null, baseline: "" }]);
    setName("");
  };
  return (
    <div>
      <span className={classes.fieldLabel}>{say("efficiency.static.title")}</span>
      <p className={classes.help}>{say("efficiency.static.help")}</p>
      {factors.map((factor, at) => (
        <div key={factor.name} className={classes.staticFactor}>
          <span className={classes.tagName}>{factor.name}</span>
          <TextInput
            size="xs"
            aria-label={`${factor.name}: ${say("efficiency.static.baseline")}`}
            placeholder={say("efficiency.static.baseline")}
            value={factor.baseline}
            onChange={(event) => replace(at, { baseline: event.currentTarget.value })}
          />
          <Select
            size="xs"
            clearable
            searchable
            aria-label={`${factor.name}: ${say("efficiency.static.tag")}`}
            placeholder={say("efficiency.static.tag")}
            data={tags.filter((tag) => tag.valid > 0).map((tag) => tag.name)}
            value={factor.tag}
            onChange={(tag) => replace(at, { tag })}
          />
          <CloseButton
            size="sm"
            aria-label={say("efficiency.static.remove", { name: factor.name })}
            onClick={() => onChange(factors.filter((_, k) => k !== at))}
          />
        </div>
      ))}
      <div className={classes.staticFactor}>
        <TextInput
          size="xs"
          aria-label={say("efficiency.static.name")}
          placeholder={say("efficiency.static.name")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && add()}
        />
        <Button
          size="compact-xs"
          variant="default"
          disabled={name.trim() === "" || factors.some((factor) => factor.name === name.trim())}
          onClick={add}
        >
          {say("efficiency.static.add")}
        </Button>
      </div>
    </div>
  );
}
