import type { CaseDetail } from "#shared/domain/case.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useTell } from "../../data/use-tell.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./board.module.css";

/** The closed cases of an asset, the newest first; only the last one can be opened again. */
export function CaseHistory({ history }: { readonly history: readonly CaseDetail[] }) {
  const say = useSay();
  const reopen = useTell("cases", "reopen", { changes: ["cases", "health"] });
  if (history.length === 0) return null;
  return (
    <section className={classes.history} aria-label={say("board.history.title")}>
      <h3 className={classes.small}>{say("board.history.title")}</h3>
      <ProblemNotice problem={reopen.error} />
      <ol>
        {history.map(({ case: one, episodes, foundLater }, k) => (
          <li key={one.id}>
            <div className={classes.historyHead}>
              <strong>{say("case.name", { number: one.number })}</strong>
              <span className={classes.verdictWord} data-verdict={one.verdict}>
                {one.verdict && say(`case.verdict.${one.verdict}`)}
              </span>
              <span className={classes.soft}>
                {[
                  say("case.episodes", { count: episodes.length }),
                  ...(episodes.length > 0
                    ? [`${formatTime(episodes[0]!.from)} – ${formatTime(Math.max(...episodes.map(({ to }) => to)))} UTC`]
                    : []),
                  say("board.history.closed", { time: localTime(one.closedAt!) }),
                ].join(" · ")}
              </span>
              {k === 0 && (
                <ConfirmButton
                  size="compact-xs"
                  color="blue"
                  ml="auto"
                  question={say("board.history.reopen.ask")}
                  confirm={say("board.history.reopen")}
                  loading={reopen.isPending}
                  onConfirm={() => reopen.mutate({ caseId: one.id })}
                >
                  {say("board.history.reopen")}
                </ConfirmButton>
              )}
            </div>
            <dl className={classes.historyFacts}>
              <Fact name={say("case.cause")} text={one.cause} />
              <Fact name={say("case.action")} text={one.action} />
              <Fact name={say("case.cost")} text={one.cost ? `${formatNumber(one.cost.amount)} ${one.cost.currency}` : ""} />
              <Fact name={say("case.note")} text={one.note} />
            </dl>
            {foundLater > 0 && <p className={classes.soft}>{say("case.found-later", { count: foundLater })}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Fact({ name, text }: { readonly name: string; readonly text: string }) {
  if (text === "") return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}
