import type { Measure } from "#shared/domain/measure.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./proof.module.css";
import { VerdictMark } from "./verdict-mark.tsx";

interface Props {
  readonly measure: Measure;
  readonly shownId: string | null;
  readonly onShow: (resultId: string) => void;
}

/** What happened to a measure, the latest first; every verification can be looked at again. */
export function HistoryPanel({ measure, shownId, onShow }: Props) {
  const say = useSay();
  const day = (at: number): string => formatTime(at, { precision: "day" });
  return (
    <Panel title={say("proof-view.history")}>
      <ol className={classes.history}>
        {[...measure.results].reverse().map(({ id, at, period, verdict, percent }) => (
          <li key={id}>
            <span className={classes.soft}>{localTime(at)}</span>
            <span>
              {say("proof-view.history.verified", { from: day(period.ranges[0]!.from), to: day(period.ranges.at(-1)!.to) })}
              {percent !== null && `: ${formatNumber(percent, { decimals: 2 })} %`}
            </span>
            <VerdictMark verdict={verdict} />
            {id !== shownId && (
              <button type="button" className={classes.link} onClick={() => onShow(id)}>
                {say("proof-view.history.show")}
              </button>
            )}
          </li>
        ))}
        <li>
          <span className={classes.soft}>{localTime(measure.lockedAt)}</span>
          <span>{say("proof-view.history.locked", { who: measure.lockedBy })}</span>
        </li>
      </ol>
    </Panel>
  );
}
