import { Button, Loader } from "@mantine/core";
import { type ReactNode, useMemo, useState } from "react";
import { type ColumnPlan, type ImportPreview, isRecording, type LogPlan, type TextPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { ColumnHead } from "./column-head.tsx";
import { missingTest } from "./missing-test.ts";
import { ownColumns } from "./own-columns.ts";
import { withColumn } from "./plan-edits.ts";
import classes from "./preview-table.module.css";
import { rowTime } from "./row-time.ts";

/** More columns than this are shown on request: each has three fields, and a window has a budget. */
const firstColumns = 60;

interface Props {
  readonly answer: ImportPreview;
  /** Which table of the file is shown. */
  readonly table: number;
  readonly plan: LogPlan;
  readonly isBehind: boolean;
  /** The columns are those of the former cut and will be others. */
  readonly isRecut: boolean;
  readonly onPlan: (plan: LogPlan) => void;
  /** Buttons beside the title. */
  readonly actions?: ReactNode;
}

/** The first rows as they were understood, each column under what can be corrected of it. */
export function PreviewTable({ answer, table, plan, isBehind, isRecut, onPlan, actions }: Props) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const { columns } = plan;
  const own = ownColumns(answer.tables, table);
  const mine = columns.flatMap((column, k) => (own(k) ? [{ column, k }] : []));
  const shown = all ? mine : mine.slice(0, firstColumns);
  const isMissing = useMemo(() => missingTest(plan), [plan]);
  const hidden = mine.length - shown.length;
  return (
    <section className={classes.preview} aria-label={say("import-view.preview")} aria-busy={isBehind}>
      <div className={classes.head}>
        <h2 className={classes.title}>{say("import-view.preview")}</h2>
        <span className={classes.soft}>{say("import-view.preview.red")}</span>
        <span className={classes.actions}>
          {isBehind && (
            <span className={classes.behind}>
              <Loader size={12} /> {say("import-view.following")}
            </span>
          )}
          {actions}
        </span>
      </div>
      <div className={classes.scroll} data-behind={isBehind || undefined}>
        {answer.preamble.length > 0 && !isRecording(plan) && <Preamble lines={answer.preamble} plan={plan} />}
        <table className={classes.table}>
          <thead>
            <tr>
              <th className={classes.line}>{say(isRecording(plan) ? "import-view.preview.row" : "import-view.preview.line")}</th>
              <th className={classes.time}>{say("import-view.preview.time")}</th>
              {shown.map(({ column, k }) => (
                <ColumnHead
                  key={k}
                  number={k + 1}
                  column={column}
                  disabled={isRecut}
                  onColumn={(change: Partial<ColumnPlan>) => onPlan(withColumn(plan, k, change))}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map((row) => (
              <tr key={row.line}>
                <td className={classes.line}>{row.line}</td>
                <td className={classes.time} data-bad={row.time === null || undefined}>
                  {rowTime(row.time)}
                </td>
                {shown.map(({ column, k }) => {
                  const cell = row.cells[k];
                  return (
                    <td
                      key={k}
                      data-kind={column.kind}
                      data-bad={(cell && !cell.ok && column.kind !== "skip") || undefined}
                      data-missing={(cell?.ok && column.kind === "number" && isMissing(cell.text)) || undefined}
                      title={cell?.text}
                    >
                      {cell?.text ?? ""}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hidden > 0 && (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {say("import-view.preview.more", { count: mine.length })}
        </Button>
      )}
    </section>
  );
}

/** The lines above the data as they stand in the file, with those marked that names and units are taken from. */
function Preamble({ lines, plan }: { readonly lines: readonly string[]; readonly plan: TextPlan }) {
  const say = useSay();
  const all = plan.dataLine - 1;
  const counted = lines.length < all ? say("import-view.preview.preamble.part", { shown: lines.length, all }) : String(lines.length);
  return (
    <details className={classes.preamble} open={lines.length <= 6}>
      <summary>
        {say("import-view.preview.preamble")} ({counted})
      </summary>
      <ol>
        {lines.map((text, k) => (
          <li key={k} data-role={k + 1 === plan.headerLine ? "header" : k + 1 === plan.unitsLine ? "units" : undefined}>
            <code>{text}</code>
          </li>
        ))}
      </ol>
    </details>
  );
}
