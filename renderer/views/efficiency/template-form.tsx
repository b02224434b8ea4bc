import { Button, Select } from "@mantine/core";
import { useState } from "react";
import type { KpiProposal } from "#shared/domain/efficiency.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./efficiency.module.css";

interface Props {
  readonly assetId: string;
  readonly onUse: (proposal: KpiProposal) => void;
}

/** A template whose places a person fills with tags: for names that nothing was recognised by. */
export function TemplateForm({ assetId, onUse }: Props) {
  const say = useSay();
  const [templateId, setTemplate] = useState<string | null>(null);
  const [tags, setTags] = useState<Readonly<Record<string, string>>>({});
  const templates = useAsk("efficiency", "templates", { assetId }).data ?? [];
  const template = templates.find(({ id }) => id === templateId);
  const whole = template?.slots.every(({ name, optional }) => optional || tags[name]) ?? false;
  const wish = { assetId, templateId: templateId ?? "", tags };
  const made = useAsk("efficiency", "fillTemplate", wish, { enabled: whole }).data;
  return (
    <div className={classes.fields}>
      <Select
        label={say("efficiency.template.choose")}
        data={templates.map(({ id, name, slots }) => ({
          value: id,
          label: `${wordsOr(say, name, id)}: ${slots.map((slot) => wordsOr(say, `efficiency.slot.${slot.name}`, slot.name)).join(", ")}`,
        }))}
        value={templateId}
        onChange={(id) => {
          setTemplate(id);
          setTags({});
        }}
        searchable
      />
      {template?.slots.map(({ name, tags: fitting, optional }) => (
        <Select
          key={name}
          label={wordsOr(say, `efficiency.slot.${name}`, name)}
          description={
            fitting.length === 0 ? say("efficiency.template.none-fit") : optional ? say("efficiency.template.optional") : undefined
          }
          data={fitting}
          value={tags[name] ?? null}
          onChange={(tag) => setTags(({ [name]: _, ...rest }) => (tag === null ? rest : { ...rest, [name]: tag }))}
          disabled={fitting.length === 0}
          clearable={optional}
          searchable
        />
      ))}
      {template && (
        <div>
          <Button disabled={!whole || !made} onClick={() => made && onUse(made)}>
            {say("efficiency.template.use")}
          </Button>
          {made && <code className={classes.mono}> {made.kpi.formula}</code>}
          {made === null && <p className={classes.help}>{say("efficiency.template.twice")}</p>}
        </div>
      )}
    </div>
  );
}
