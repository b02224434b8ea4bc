import { ActionIcon, Menu, ScrollArea, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useRef } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./efficiency.module.css";
import { quotedTag } from "./quoted-tag.ts";
import type { CheckedFormula } from "./use-formula-check.ts";

interface Props {
  readonly label: string;
  readonly description: string;
  readonly tags: readonly Tag[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly checked: CheckedFormula;
  /** What the formula means, once it can be computed. */
  readonly meaning?: ReactNode;
}

/** A formula over tags, checked while it is typed; a mistake is shown where it is. */
export function FormulaField({ label, description, tags, value, onChange, checked, meaning }: Props) {
  const say = useSay();
  const field = useRef<HTMLInputElement>(null);
  const insert = (tag: string): void => {
    const at = field.current?.selectionStart ?? value.length;
    const name = quotedTag(tag);
    onChange(value.slice(0, at) + name + value.slice(field.current?.selectionEnd ?? at));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + name.length, at + name.length);
    });
  };
  const { check } = checked;
  const bad = check?.findings.find((finding) => finding.severity === "blocking");
  return (
    <div className={classes.formula}>
      <TextInput
        ref={field}
        label={label}
        description={description}
        classNames={{ input: classes.mono ?? "" }}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        aria-invalid={bad !== undefined}
        spellCheck={false}
        rightSection={
          <Menu position="bottom-end" returnFocus={false} shadow="md">
            <Menu.Target>
              <ActionIcon size="sm" aria-label={say("efficiency.kpi.formula.insert")} title={say("efficiency.kpi.formula.insert")}>
                <IconPlus size={14} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <ScrollArea.Autosize mah={280} type="auto">
                {tags.map((tag) => (
                  <Menu.Item
                    key={tag.name}
                    onClick={() => insert(tag.name)}
                    rightSection={<span className={classes.soft}>{printUnit(tag.unit)}</span>}
                  >
                    {tag.name}
                  </Menu.Item>
                ))}
              </ScrollArea.Autosize>
            </Menu.Dropdown>
          </Menu>
        }
      />
      <div className={classes.formulaState} aria-live="polite" data-good={checked.good || undefined}>
        {checked.busy && <span className={classes.soft}>{say("efficiency.kpi.formula.checking")}</span>}
        {checked.good && meaning}
        {bad && typeof bad.data.at === "number" && <Mistake formula={value} at={bad.data.at} />}
        {check && check.findings.length > 0 && <FindingList findings={check.findings} />}
        <ProblemNotice problem={checked.error} />
      </div>
    </div>
  );
}

/** The formula with the place of the mistake marked; `at` counts characters from 1 and may lie just behind the end. */
function Mistake({ formula, at }: { readonly formula: string; readonly at: number }) {
  const place = Math.min(Math.max(at - 1, 0), formula.length);
  return (
    <code className={classes.mistake} aria-hidden>
      {formula.slice(0, place)}
      <mark>{formula[place] ?? "\u00a0"}</mark>
      {formula.slice(place + 1)}
    </code>
  );
}
