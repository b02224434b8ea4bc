import { Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import type { RefObject } from "react";
import type { BoardRow } from "#shared/domain/board.ts";
import { isOpen } from "#shared/domain/case.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AlertList } from "./alert-list.tsx";
import classes from "./board.module.css";
import { CaseHistory } from "./case-history.tsx";
import { CloseForm } from "./close-form.tsx";
import { EpisodeTable } from "./episode-table.tsx";
import { ScoreDue } from "./score-due.tsx";

interface Props {
  readonly row: BoardRow;
  /** The form that closes the case, for the keyboard. */
  readonly closing: RefObject<HTMLElement | null>;
  readonly onOpen: () => void;
}

/** The chosen asset: its open case with episodes and data alerts, the form that closes it, and the cases before. */
export function AssetPanel({ row, closing, onOpen }: Props) {
  const say = useSay();
  const { go } = useNavigation();
  const cases = useAsk("cases", "list", { assetId: row.assetId }, { keepPrevious: true });
  const open = cases.data?.find((one) => isOpen(one.case));
  const history = cases.data?.filter((one) => !isOpen(one.case)) ?? [];
  const review = (
    <Button size="xs" variant="default" rightSection={<IconArrowRight size={14} />} onClick={onOpen}>
      {say("board.review")}
    </Button>
  );
  const title = open ? say("board.case.title", { number: open.case.number, asset: row.name }) : row.name;
  const note = open
    ? [
        say("board.case.opened", { time: localTime(open.case.openedAt) }),
        ...(open.case.reopened > 0 ? [say("board.case.again", { count: open.case.reopened })] : []),
      ].join(" · ")
    : "";
  return (
    <Panel
      className={classes.assetPanel ?? ""}
      title={title}
      note={note}
      actions={
        <>
          <ScoreDue row={row} />
          {row.model && review}
        </>
      }
    >
      <ProblemNotice problem={cases.error} onRetry={() => void cases.refetch()} />
      <div className={classes.halves} data-one={!open || undefined}>
        <div>
          <AlertList row={row} />
          {open ? (
            <EpisodeTable row={row} episodes={open.episodes} />
          ) : row.status === "empty" ? (
            <EmptyState
              title={say("board.empty.title", { asset: row.name })}
              text={say("board.empty.text")}
              action={<Button onClick={() => go("import")}>{say("app.need.data.do")}</Button>}
            />
          ) : row.model ? (
            cases.isSuccess && (
              <div className={classes.quiet}>
                <strong>{say("board.case.empty.title", { asset: row.name })}</strong>
                <p>{say("board.case.empty.text")}</p>
              </div>
            )
          ) : (
            <EmptyState
              title={say("board.unwatched.title", { asset: row.name })}
              text={row.models.retired > 0 ? say("board.retired", { count: row.models.retired }) : say("board.unwatched.text")}
              action={<Button onClick={onOpen}>{row.models.retired > 0 ? say("board.review") : say("board.train")}</Button>}
            />
          )}
        </div>
        {open && <CloseForm key={open.case.id} detail={open} history={history} place={closing} />}
      </div>
      <CaseHistory history={history} />
    </Panel>
  );
}
