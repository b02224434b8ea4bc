import { Loader } from "@mantine/core";
import type { DryRunPart } from "#shared/domain/dry-run.ts";
import { isSentence } from "#shared/language/index.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { bytes } from "../../ui/bytes.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./dry-run-panel.module.css";
import type { TriedSettings } from "./use-dry-run.ts";

const whole = { decimals: 0 } as const;
const statesShown = 12;

/** What the settings make of both ends of the log, and what the import will take: before anything is kept. */
export function DryRunPanel({ tried }: { readonly tried: TriedSettings }) {
  const say = useSay();
  const { answer, isBehind, error } = tried;
  if (error) return <ProblemNotice problem={error} />;
  if (!answer) return null;
  const { head, tail, estimate } = answer;
  const parts = tail ? [head, tail] : [head];
  const series = head.series ?? tail?.series;
  const hasMore = parts.some((part) => part.rejected.length > 0 || statesOf(part).length > 0);
  return (
    <section className={classes.panel} aria-label={say("dry-run.title")} aria-busy={isBehind} data-behind={isBehind || undefined}>
      <div className={classes.line}>
        <strong>{say("dry-run.title")}</strong>
        {isBehind && <Loader size={12} aria-label={say("dry-run.checking")} />}
        <span className={classes.soft}>
          {say("dry-run.estimate", {
            disk: bytes(estimate.diskBytes),
            memory: bytes(estimate.memoryBytes),
          })}
          {estimate.freeBytes !== null && ` (${say("dry-run.free", { free: bytes(estimate.freeBytes) })})`}
        </span>
        {series && <span className={classes.tags}>{say("dry-run.tags", { count: series.length })}</span>}
      </div>
      <div className={classes.parts}>
        {parts.map((part, k) => (
          <PartLine key={k} part={part} name={answer.whole ? "whole" : k === 0 ? "head" : "tail"} />
        ))}
      </div>
      {hasMore && (
        <details className={classes.more}>
          <summary>{say("import-view.report.text")}</summary>
          {parts.map((part, k) => (
            <PartDetails key={k} part={part} />
          ))}
        </details>
      )}
    </section>
  );
}

function PartLine({ part, name }: { readonly part: DryRunPart; readonly name: "whole" | "head" | "tail" }) {
  const say = useSay();
  const cells = part.columns.reduce((sum, column) => sum + (column.kind === "number" ? column.unreadable : 0), 0);
  const time = (at: number): string => formatTime(at, { precision: "second" });
  const faults = [
    part.rejectedLines > 0 && say("dry-run.rejected", { lines: part.rejectedLines }),
    cells > 0 && say("dry-run.cells", { cells }),
  ].filter((text) => text !== false);
  return (
    <span data-part={name}>
      {say(`dry-run.${name}`, { rows: part.rows })}:{" "}
      {faults.length > 0 ? (
        <span className={classes.warn}>{faults.join(", ")}</span>
      ) : (
        <span className={classes.good}>{say("dry-run.fine")}</span>
      )}
      {part.first !== null && part.last !== null && (
        <span className={classes.soft}>
          {" "}
          {time(part.first)} – {time(part.last)}
        </span>
      )}
    </span>
  );
}

function PartDetails({ part }: { readonly part: DryRunPart }) {
  const say = useSay();
  return (
    <ul className={classes.list}>
      {part.rejected.map(({ line, reason, text }, k) => {
        const key = `import.rejected.${reason}`;
        return (
          <li key={k}>
            <span className={classes.soft}>
              {line === null ? say("dry-run.near-end") : say("dry-run.line", { line })}, {isSentence(key) ? say(key) : reason}
            </span>{" "}
            <code>{text}</code>
          </li>
        );
      })}
      {statesOf(part)
        .slice(0, statesShown)
        .map(({ tag, text, count }) => (
          <li key={`${tag} ${text}`}>
            <span className={classes.soft}>{tag}</span> <code>{text}</code> × {formatNumber(count, whole)}
          </li>
        ))}
    </ul>
  );
}

/** Words met instead of numbers. */
const statesOf = ({ columns }: DryRunPart): { tag: string; text: string; count: number }[] =>
  columns.flatMap(({ kind, tag, states }) => (kind === "number" ? states.map((state) => ({ tag, ...state })) : []));
