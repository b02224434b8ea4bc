import type { ReportRecord } from "#shared/domain/report.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./report.module.css";

interface Props {
  readonly reports: readonly ReportRecord[];
  readonly shownId: string | null;
  readonly onShow: (id: string) => void;
}

/** The reports of the asset, the newest first. */
export function ReportList({ reports, shownId, onShow }: Props) {
  const say = useSay();
  return (
    <Panel title={say("report-view.list")} flush>
      {reports.length === 0 ? (
        <p className={classes.listNone}>{say("report-view.list.none")}</p>
      ) : (
        <ul className={classes.list}>
          {reports.map(({ id, request, createdAt }) => (
            <li key={id}>
              <button
                type="button"
                className={classes.item}
                aria-pressed={id === shownId}
                aria-label={say("report-view.show", { title: request.title })}
                data-report={id}
                onClick={() => onShow(id)}
              >
                <span className={classes.itemTitle}>{request.title}</span>
                <span className={classes.soft}>
                  {say("report-view.item", { language: say(`report-view.language.${request.language}`), time: localTime(createdAt) })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
