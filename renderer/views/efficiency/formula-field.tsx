import { TextInput } from "@mantine/core";
import { type ReactNode, useRef } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import { quotedTag } from "#shared/formula/nearest-tag.ts";
import { useSay } from "../../app/language.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { FormulaMistake } from "../../ui/formula-mistake.tsx";
import { InsertTag } from "../../ui/insert-tag.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./efficiency.module.css";
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
        rightSection={<InsertTag label={say("efficiency.kpi.formula.insert")} tags={tags} onInsert={insert} />}
      />
      <div className={classes.formulaState} aria-live="polite" data-good={checked.good || undefined}>
        {checked.busy && <span className={classes.soft}>{say("efficiency.kpi.formula.checking")}</span>}
        {checked.good && meaning}
        {bad && typeof bad.data.at === "number" && <FormulaMistake formula={value} at={bad.data.at} />}
        {check && check.findings.length > 0 && <FindingList findings={check.findings} />}
        <ProblemNotice problem={checked.error} />
      </div>
    </div>
  );
}
