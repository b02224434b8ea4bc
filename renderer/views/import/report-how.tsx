import { type ImportRecord, isRecording, type RecordingPlan, type TextPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { bytes } from "../../ui/bytes.ts";
import { Panel } from "../../ui/panel.tsx";
import { encodingNames } from "./encoding-names.ts";
import { formatName } from "./format-name.ts";
import classes from "./import-view.module.css";

const delimiterNames: Readonly<Record<string, "comma" | "semicolon" | "tab" | "pipe" | "blank">> = {
  ",": "comma",
  ";": "semicolon",
  "\t": "tab",
  "|": "pipe",
  " ": "blank",
};

/** The agreed reading and the file's own hash: what it takes to do the import again and get the same. */
export function ReportHow({ record }: { readonly record: ImportRecord }) {
  const say = useSay();
  const { plan, files } = record;
  const clock =
    plan.clock.source === "columns"
      ? `${plan.clock.columns.map((k) => plan.columns[k]?.tag ?? k + 1).join(" + ")}, ${plan.clock.format}, ${plan.zone}`
      : `${say("import-view.clock.rate")}, ${plan.zone}`;
  return (
    <Panel title={say("import-view.report.how")}>
      <dl className={classes.facts}>
        {isRecording(plan) ? <RecordingFacts plan={plan} /> : <TextFacts plan={plan} />}
        <dt>{say("import-view.clock")}</dt>
        <dd>{clock}</dd>
        <dt>{say("import-view.missing")}</dt>
        <dd>{plan.missing.length > 0 ? plan.missing.join(", ") : "–"}</dd>
        <dt>{say("import-view.duplicates")}</dt>
        <dd>{say(`import-view.duplicates.${plan.duplicates}`)}</dd>
        {files.map((file) => (
          <div key={file.sha256} style={{ display: "contents" }}>
            <dt>{say("import-view.report.hash")}</dt>
            <dd>
              {file.sha256} · {file.name} · {bytes(file.bytes)}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}

function TextFacts({ plan }: { readonly plan: TextPlan }) {
  const say = useSay();
  const delimiter = delimiterNames[plan.delimiter];
  return (
    <>
      <dt>{say("import-view.delimiter")}</dt>
      <dd>{delimiter ? say(`import-view.delimiter.${delimiter}`) : plan.delimiter}</dd>
      <dt>{say("import-view.decimal")}</dt>
      <dd>{plan.decimal === "." ? say("import-view.decimal.point") : say("import-view.decimal.comma")}</dd>
      <dt>{say("import-view.encoding")}</dt>
      <dd>{encodingNames[plan.encoding]}</dd>
    </>
  );
}

function RecordingFacts({ plan }: { readonly plan: RecordingPlan }) {
  const say = useSay();
  return (
    <>
      <dt>{say("import-view.format")}</dt>
      <dd>{formatName(plan.format)}</dd>
      {plan.table !== "" && (
        <>
          <dt>{say("import-view.table")}</dt>
          <dd>{plan.table}</dd>
        </>
      )}
    </>
  );
}
