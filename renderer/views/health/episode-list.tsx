import { SegmentedControl } from "@mantine/core";
import { useEffect, useRef } from "react";
import type { Episode, HealthModel } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { EpisodeStatusMark } from "./episode-status.tsx";
import { mostlyWords, precisionOf } from "./episode-words.ts";
import classes from "./health.module.css";
import { VerdictBadge } from "./verdict-badge.tsx";
import { VerdictChanges } from "./verdict-changes.tsx";

export type EpisodeFilter = "all" | "open" | "fault";

interface Props {
  /** All of them, for the counts. */
  readonly all: readonly Episode[];
  readonly shown: readonly Episode[];
  readonly filter: EpisodeFilter;
  readonly onFilter: (filter: EpisodeFilter) => void;
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  readonly model: HealthModel;
}

/** The episodes in order of time, made for the keyboard. */
export function EpisodeList({ all, shown, filter, onFilter, selectedId, onSelect, model }: Props) {
  const say = useSay();
  const selectedRow = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row to bring into sight is another one when the choice is
  useEffect(() => selectedRow.current?.scrollIntoView({ block: "nearest" }), [selectedId]);
  const judged = all.filter((episode) => episode.verdict).length;
  const quiet = all.filter((episode) => !episode.verdict && !isAlert(episode)).length;
  return (
    <Panel
      className={classes.listPanel ?? ""}
      title={say("health.episodes.title")}
      note={say(quiet > 0 ? "health.episodes.count-quiet" : "health.episodes.count", { count: all.length, judged, quiet })}
      flush
      actions={
        <SegmentedControl
          size="xs"
          aria-label={say("health.episodes.title")}
          value={filter}
          onChange={(value) => onFilter(value as EpisodeFilter)}
          data={(["all", "open", "fault"] as const).map((value) => ({ value, label: say(`health.episodes.filter.${value}`) }))}
        />
      }
    >
      <VerdictChanges model={model} episodes={all} />
      {all.length === 0 ? (
        <div className={classes.noEpisode}>
          <strong>{say("health.episodes.none.title")}</strong>
          <p>{say("health.episodes.none.way")}</p>
        </div>
      ) : shown.length === 0 ? (
        <div className={classes.noEpisode}>{say("health.episodes.filtered")}</div>
      ) : (
        <table className={classes.episodes} aria-label={say("health.episodes.title")}>
          <thead>
            <tr>
              <th>{say("health.episodes.col.start")}</th>
              <th className={classes.number}>{say("health.episodes.col.length")}</th>
              <th className={classes.number}>{say("health.episodes.col.peak")}</th>
              <th>{say("health.episodes.col.tags")}</th>
              <th>{say("health.episodes.col.verdict")}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((episode) => {
              const selected = episode.id === selectedId;
              return (
                <tr
                  key={episode.id}
                  ref={selected ? selectedRow : null}
                  aria-selected={selected}
                  data-episode={episode.id}
                  data-quiet={isAlert(episode) ? undefined : true}
                  onClick={() => onSelect(episode.id)}
                >
                  <td>
                    <EpisodeStatusMark episode={episode} />
                    <button type="button" className={classes.rowButton} onClick={() => onSelect(episode.id)}>
                      {formatTime(episode.from, { precision: precisionOf(model) })}
                    </button>
                  </td>
                  <td className={classes.number}>
                    {formatDuration(Math.max(episode.to - episode.from, model.features.intervalMs), say.language)}
                  </td>
                  <td className={classes.number}>{formatNumber(episode.peakScore, { decimals: 2 })}</td>
                  <td className={classes.mostly}>{mostlyWords(say, episode)}</td>
                  <td>
                    <VerdictBadge episode={episode} />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
      {all.length > 0 && <p className={classes.keys}>{say("health.episodes.keys")}</p>}
    </Panel>
  );
}
