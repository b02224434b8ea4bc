import { Button, Checkbox, TextInput } from "@mantine/core";
import { IconMathFunction, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { type Say, useSay } from "../../app/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./health.module.css";
import { type TagRemark, tagRemark } from "./tag-remark.ts";

interface Props {
  readonly tags: readonly Tag[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
}

/** What the model looks at: every tag with its unit and range, and what speaks against it. */
export function TagChecklist({ tags, chosen, onChange }: Props) {
  const say = useSay();
  const [filter, setFilter] = useState("");
  const most = Math.max(...tags.map((tag) => tag.valid));
  const wanted = filter.trim().toLowerCase();
  const shown = tags.filter((tag) => tag.name.toLowerCase().includes(wanted));
  const toggle = (name: string): void => {
    const next = new Set(chosen);
    if (!next.delete(name)) next.add(name);
    onChange(next);
  };
  return (
    <Panel
      title={say("health.tags.title")}
      note={say("health.tags.chosen", { count: chosen.size, total: tags.length })}
      actions={
        <>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => onChange(new Set(tags.filter((tag) => !tagRemark(tag, most)?.off).map((tag) => tag.name)))}
          >
            {say("health.tags.all")}
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange(new Set())}>
            {say("health.tags.none")}
          </Button>
        </>
      }
    >
      <p className={classes.help}>{say("health.tags.help")}</p>
      {tags.length > 12 && (
        <TextInput
          mb={6}
          aria-label={say("health.tags.filter")}
          placeholder={say("health.tags.filter")}
          leftSection={<IconSearch size={14} />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      <ul className={classes.checklist}>
        {shown.map((tag) => {
          const remark = tagRemark(tag, most);
          return (
            <li key={tag.name}>
              <Checkbox
                size="xs"
                checked={chosen.has(tag.name)}
                onChange={() => toggle(tag.name)}
                disabled={remark?.kind === "empty"}
                label={
                  <span className={classes.tagLine}>
                    <span className={classes.tagName}>
                      {tag.name}
                      {tag.formula !== undefined && (
                        <IconMathFunction
                          size={13}
                          className={classes.derivedMark}
                          aria-label={say("derived.mark", { formula: tag.formula })}
                        >
                          <title>{say("derived.mark", { formula: tag.formula })}</title>
                        </IconMathFunction>
                      )}
                    </span>
                    <span className={classes.soft}>{rangeWords(say, tag)}</span>
                  </span>
                }
                {...(remark ? { description: <span className={classes.remark}>{remarkWords(say, remark, tag.unit)}</span> } : {})}
              />
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

const rangeWords = (say: Say, { min, max, unit }: Tag): string =>
  min === null || max === null
    ? ""
    : say("health.tags.range", { min: formatNumber(min, { significant: 3 }), max: formatQuantity(max, unit, { significant: 3 }) });

function remarkWords(say: Say, remark: TagRemark, unit: string): string {
  switch (remark.kind) {
    case "empty":
      return say("health.tags.empty");
    case "constant":
      return say("health.tags.constant", { value: formatQuantity(remark.value, unit) });
    case "label":
      return say("health.tags.label");
    case "sparse":
      return say("health.tags.sparse", { percent: formatQuantity(remark.share * 100, "%", { significant: 2 }) });
  }
}
