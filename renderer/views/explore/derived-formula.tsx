import { Textarea } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useRef } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import type { DerivedTag } from "#shared/domain/derived-tag.ts";
import { functions } from "#shared/formula/expression.ts";
import { quotedTag } from "#shared/formula/nearest-tag.ts";
import { isWindowFunction } from "#shared/formula/windowed.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { FormulaMistake } from "../../ui/formula-mistake.tsx";
import { InsertTag } from "../../ui/insert-tag.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./derived.module.css";
import { type DerivedDraft, measurable } from "./use-derived-draft.ts";

interface Props {
  readonly draft: DerivedDraft;
  readonly tags: readonly Tag[];
  readonly edited: DerivedTag | null;
}

const atOnce = Object.keys(functions)
  .filter((name) => !isWindowFunction(name))
  .join(" ");

/** The formula, checked while it is typed; a mistake is shown where it is. */
export function DerivedFormula({ draft, tags, edited }: Props) {
  const say = useSay();
  const field = useRef<HTMLTextAreaElement>(null);
  const { fields, set, check } = draft;
  const insert = (tag: string): void => {
    const at = field.current?.selectionStart ?? fields.formula.length;
    const name = quotedTag(tag);
    set({ formula: fields.formula.slice(0, at) + name + fields.formula.slice(field.current?.selectionEnd ?? at) });
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(at + name.length, at + name.length);
    });
  };
  const bad = check?.findings.find((finding) => finding.severity === "blocking");
  return (
    <div>
      <Textarea
        ref={field}
        label={say("derived.formula")}
        description={say("derived.formula.help", {
          number: "4.2 [bar]",
          functions: atOnce,
          example: "mean(x, 1 [h]), std(…), rate(…), lag(…)",
        })}
        classNames={{ input: classes.mono ?? "" }}
        autosize
        minRows={2}
        maxRows={6}
        value={fields.formula}
        onChange={(event) => set({ formula: event.currentTarget.value.replace(/\n/g, " ") })}
        aria-invalid={bad !== undefined}
        spellCheck={false}
        rightSection={<InsertTag label={say("derived.formula.insert")} tags={measurable(tags, edited)} onInsert={insert} />}
      />
      <div className={classes.state} aria-live="polite">
        {draft.good && (
          <span className={classes.good}>
            <IconCheck size={14} aria-hidden />
            {check?.unit ? say("derived.good", { unit: printUnit(check.unit) }) : say("derived.good.no-unit")}
          </span>
        )}
        {bad && typeof bad.data.at === "number" && <FormulaMistake formula={fields.formula} at={bad.data.at} />}
        {check && check.findings.length > 0 && <FindingList findings={check.findings} />}
        <ProblemNotice problem={draft.error} />
      </div>
    </div>
  );
}
