import { Button, Loader, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { type AssetStatus, assetStatuses, type BoardRow } from "#shared/domain/board.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AssetPanel } from "./asset-panel.tsx";
import classes from "./board.module.css";
import { BoardTable } from "./board-table.tsx";
import { StatusHelp } from "./status-help.tsx";
import { StatusMark } from "./status-mark.tsx";
import { useVitalChecks } from "./use-vital-checks.ts";

/** Every asset of the project, the most urgent first, and below it the case of the chosen one. */
export function BoardView() {
  const say = useSay();
  const { go, chooseAsset, asset, screen } = useNavigation();
  const board = useAsk("cases", "board", {});
  const [search, setSearch] = useState("");
  const [only, setOnly] = useState<AssetStatus | null>(null);
  const [chosenId, setChosen] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const closing = useRef<HTMLElement>(null);
  useVitalChecks(board.data);
  const wanted = useDeferredValue(search.trim().toLowerCase());
  const rows = board.data?.rows;
  const shown = useMemo(
    () =>
      rows?.filter(
        (row) =>
          (only === null || row.status === only) &&
          (wanted === "" ||
            [row.name, say(`board.status.${row.status}`), row.latest?.tag ?? "", ...row.alerts.map((alert) => say.coded(alert))].some(
              (text) => text.toLowerCase().includes(wanted),
            )),
      ) ?? [],
    [rows, only, wanted, say],
  );
  const chosen = shown.find(({ assetId }) => assetId === (chosenId ?? asset?.id)) ?? shown[0];
  const choose = useCallback(
    (assetId: string) => {
      setChosen(assetId);
      chooseAsset(assetId);
    },
    [chooseAsset],
  );
  const open = useCallback(
    (row: BoardRow) => {
      chooseAsset(row.assetId);
      go("health", row.latest ? { modelId: row.latest.modelId, episodeId: row.latest.episodeId } : {});
    },
    [chooseAsset, go],
  );
  const visible = screen === "board";
  useEffect(() => {
    if (!visible) return;
    const hear = (event: globalThis.KeyboardEvent): void => {
      const busy = event.target instanceof Element && event.target.closest("input, textarea, select, [role=dialog]");
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || busy) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [visible]);
  if (board.error) return <ProblemNotice problem={board.error} onRetry={() => void board.refetch()} />;
  if (!board.data || !rows) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  const counts = assetStatuses.map((status) => ({ status, count: rows.filter((row) => row.status === status).length }));
  return (
    <div className={classes.screen}>
      <div className={classes.bar}>
        <TextInput
          ref={field}
          className={classes.search ?? ""}
          size="xs"
          aria-label={say("board.filter")}
          placeholder={say("board.filter")}
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" && event.key !== "Escape" && event.key !== "ArrowDown") return;
            if (event.key === "Escape") setSearch("");
            event.preventDefault();
            body.current?.focus();
          }}
        />
        <div className={classes.chips}>
          {counts
            .filter(({ count }) => count > 0)
            .map(({ status, count }) => (
              <button
                key={status}
                type="button"
                className={classes.chip}
                aria-pressed={only === status}
                onClick={() => setOnly(only === status ? null : status)}
              >
                <StatusMark status={status} /> <strong>{count}</strong>
              </button>
            ))}
        </div>
        <StatusHelp />
      </div>
      <Panel className={classes.tablePanel ?? ""} flush>
        {shown.length === 0 ? (
          <p className={classes.none}>
            {say("board.no-match")}{" "}
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => {
                setSearch("");
                setOnly(null);
              }}
            >
              {say("board.clear")}
            </Button>
          </p>
        ) : (
          <BoardTable
            rows={shown}
            chosen={chosen?.assetId ?? null}
            onChoose={choose}
            onOpen={open}
            onClose={() => closing.current?.querySelector<HTMLElement>("input, button")?.focus()}
            body={body}
          />
        )}
      </Panel>
      <p className={classes.keys}>
        <span>{say("board.keys")}</span>
        <span className={classes.summary}>
          {shown.length === rows.length
            ? say("board.count", { count: rows.length })
            : say("board.shown", { shown: shown.length, count: rows.length })}
          {board.data.newest !== null && ` · ${say("board.newest", { time: formatTime(board.data.newest) })}`}
        </span>
      </p>
      {chosen && <AssetPanel key={chosen.assetId} row={chosen} closing={closing} onOpen={() => open(chosen)} />}
    </div>
  );
}
