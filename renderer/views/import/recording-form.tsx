import type { ImportPreview, RecordingPlan } from "#shared/domain/importing.ts";
import { isSentence } from "#shared/language/index.ts";
import { useSay } from "../../app/language.tsx";
import { FormPart } from "./form-part.tsx";
import { formatName } from "./format-name.ts";
import classes from "./import-view.module.css";

interface Props {
  readonly plan: RecordingPlan;
  readonly facts: ImportPreview["facts"];
}

/** What a recording says of itself: its format, and what its head tells. There is nothing to correct in it. */
export function RecordingForm({ plan, facts }: Props) {
  const say = useSay();
  /** The file's own words stay as they are. */
  const inWords = (word: string): string => {
    const key = `import-view.fact.${word}`;
    return isSentence(key) ? say(key) : word;
  };
  const channels = plan.columns.filter(({ kind }) => kind !== "skip").length;
  return (
    <FormPart title={say("import-view.recording", { format: formatName(plan.format) })}>
      <dl className={classes.fileFacts}>
        {plan.table !== "" && (
          <>
            <dt>{say("import-view.table")}</dt>
            <dd>{plan.table}</dd>
          </>
        )}
        <dt>{say("import-view.channels")}</dt>
        <dd>{say("import-view.channels.kept", { kept: channels, all: plan.columns.length })}</dd>
        {facts.map(({ name, value }) => (
          <div key={name} className={classes.fact}>
            <dt>{inWords(name)}</dt>
            <dd title={value}>{value === "true" || value === "false" ? say(`import-view.fact.${value}`) : value}</dd>
          </div>
        ))}
      </dl>
    </FormPart>
  );
}
