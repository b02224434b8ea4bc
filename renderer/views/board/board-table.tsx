import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { type KeyboardEvent, memo, type RefObject, useEffect, useRef } from "react";
import type { BoardRow } from "#shared/domain/board.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./board.module.css";
import { SparkLine } from "./spark-line.tsx";
import { StatusMark } from "./status-mark.tsx";

interface Props {
  readonly rows: readonly BoardRow[];
  readonly chosen: string | null;
  readonly onChoose: (assetId: string) => void;
  readonly onOpen: (row: BoardRow) => void;
  readonly onClose: () => void;
  readonly body: RefObject<HTMLTableSectionElement | null>;
}

const page = 10; // rows PageUp and PageDown go
const columns = ["status", "asset", "trend", "case", "latest", "data", "model"] as const;

/** The assets in rows, made for the keyboard. */
export function BoardTable({ rows, chosen, onChoose, onOpen, onClose, body }: Props) {
  const say = useSay();
  const at = rows.findIndex(({ assetId }) => assetId === chosen);
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const steps: Record<string, number> = {
      ArrowDown: 1,
      j: 1,
      ArrowUp: -1,
      k: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    if (step !== undefined) onChoose(rows[Math.max(0, Math.min(rows.length - 1, at + step))]!.assetId);
    else if (event.key === "Enter" && rows[at]) onOpen(rows[at]);
    else if (event.key === "c") onClose();
    else return;
    event.preventDefault();
  };
  return (
    <table className={classes.table} aria-label={say("board.table")}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} data-column={column}>
              {say(`board.col.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the rows are walked with the arrows */}
      <tbody ref={body} tabIndex={0} onKeyDown={keys}>
        {rows.map((row) => (
          <Row key={row.assetId} row={row} chosen={row.assetId === chosen} onChoose={onChoose} onOpen={onOpen} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: BoardRow;
  readonly chosen: boolean;
  readonly onChoose: (assetId: string) => void;
  readonly onOpen: (row: BoardRow) => void;
}

const Row = memo(function Row({ row, chosen, onChoose, onOpen }: RowProps) {
  const say = useSay();
  const own = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (chosen) own.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  return (
    <tr ref={own} data-asset={row.name} aria-selected={chosen} onClick={() => onChoose(row.assetId)} onDoubleClick={() => onOpen(row)}>
      <td>
        <StatusMark status={row.status} />
      </td>
      <td className={classes.name} title={row.name}>
        {row.name}
      </td>
      <td className={classes.trendCell}>
        <SparkLine row={row} />
      </td>
      <td>{row.openCase ? <CaseCell row={row} /> : <span className={classes.soft}>{say("board.case.none")}</span>}</td>
      <td>
        {row.latest && (
          <>
            <span className={`${classes.main} ${classes.latestTag}`} title={row.latest.tag ?? ""}>
              {row.latest.tag ?? "–"}
            </span>
            <span className={classes.below}>
              {formatTime(row.latest.from)}
              {row.latest.ongoing && <strong className={classes.lasts}> {say("board.ongoing")}</strong>}
            </span>
          </>
        )}
      </td>
      <td>
        <span className={classes.main}>
          {formatTime(row.to)} <AlertMark row={row} />
        </span>
        {row.behindMs !== null && row.behindMs >= 60_000 && (
          <span className={classes.below} data-warn={row.alerts.some(({ code }) => code === "watch.log-stale") || undefined}>
            {say("board.behind", { length: formatDuration(row.behindMs, say.language) })}
          </span>
        )}
      </td>
      <td className={classes.modelCell}>
        <ModelCell row={row} />
      </td>
    </tr>
  );
});

function CaseCell({ row: { openCase, episodes } }: { readonly row: BoardRow }) {
  const say = useSay();
  return (
    <>
      <span className={classes.main}>
        {say("case.name", { number: openCase!.number })} · {say("case.episodes", { count: episodes.alerting })}
      </span>
      <span className={classes.below}>{say("case.unjudged", { count: episodes.open })}</span>
    </>
  );
}

function ModelCell({ row: { model, models } }: { readonly row: BoardRow }) {
  const say = useSay();
  if (!model) return <span className={classes.soft}>{say("board.model.none")}</span>;
  const name = wordsOr(say, `family.${model.familyId}`, model.familyId);
  const age = formatDuration(Date.now() - model.createdAt, say.language)
    .split(" ")
    .slice(0, 2)
    .join(" ");
  const below =
    model.unscored > 0
      ? say("board.model.unscored", { count: model.unscored })
      : [
          ...(model.version === null ? [] : [say("board.model.version", { version: model.version })]),
          ...(models.active > 1 ? [say("board.model.more", { count: models.active - 1 })] : []),
          say("board.model.age", { length: age }),
        ].join(" · ");
  return (
    <>
      <span className={classes.main} title={model.scoresNew ? say("board.model.by-itself") : ""}>
        {name}
        {model.findings > 0 && (
          <span className={classes.alertCount} title={say("board.model.findings", { count: model.findings })}>
            {" "}
            <IconInfoCircle size={14} stroke={1.9} aria-label={say("board.model.findings", { count: model.findings })} />
          </span>
        )}
      </span>
      <span className={classes.below} data-warn={model.unscored > 0 || undefined} title={below}>
        {below}
      </span>
    </>
  );
}

/** How many alerts about the data there are; nothing where there is none. */
function AlertMark({ row: { alerts } }: { readonly row: BoardRow }) {
  const say = useSay();
  const grave = alerts.filter(({ severity }) => severity !== "note").length;
  if (alerts.length === 0) return null;
  const Icon = grave > 0 ? IconAlertTriangle : IconInfoCircle;
  const words = alerts.map((alert) => say.coded(alert)).join("\n");
  return (
    <span className={classes.alertCount} data-grave={grave > 0 || undefined} title={words}>
      <Icon size={14} stroke={1.9} aria-label={say("board.alerts", { count: alerts.length })} /> {alerts.length > 1 && alerts.length}
    </span>
  );
}
