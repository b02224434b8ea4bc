import { Button } from "@mantine/core";
import { useState } from "react";
import type { BoardRow } from "#shared/domain/board.ts";
import type { CaseEpisode } from "#shared/domain/case.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";
import { difference as differenceUnit } from "#shared/units/unit-algebra.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./board.module.css";

const first = 8; // rows that stand open; the newest tell most

interface Props {
  readonly row: BoardRow;
  readonly episodes: readonly CaseEpisode[];
}

/** The episodes of a case, the newest first, each with the way to its review. */
export function EpisodeTable({ row, episodes }: Props) {
  const say = useSay();
  const { go, chooseAsset } = useNavigation();
  const [all, setAll] = useState(false);
  const newest = [...episodes].reverse();
  const shown = all ? newest : newest.slice(0, first);
  const open = ({ modelId, episodeId }: CaseEpisode): void => {
    chooseAsset(row.assetId);
    go("health", { modelId, episodeId });
  };
  return (
    <section aria-label={say("board.episodes.title")}>
      <h3 className={classes.small}>
        {say("board.episodes.title")} <span className={classes.soft}>{episodes.length}</span>
      </h3>
      {episodes.length === 0 ? (
        <p className={classes.fine}>{say("board.episodes.none")}</p>
      ) : (
        <table className={classes.episodes}>
          <thead>
            <tr>
              {(["from", "length", "tag", "model", "verdict"] as const).map((column) => (
                <th key={column}>{say(`board.episodes.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((episode) => (
              <tr key={episode.episodeId} data-quiet={!episode.alerting || undefined}>
                <td>
                  <button type="button" className={classes.link} onClick={() => open(episode)}>
                    {formatTime(episode.from)}
                  </button>
                </td>
                <td className={classes.number}>{formatDuration(episode.to - episode.from, say.language)}</td>
                <td className={classes.tagCell}>
                  <span className={classes.main}>
                    {episode.tag ?? "–"} <span className={classes.soft}>{differenceOf(episode)}</span>
                  </span>
                  {episode.deadTag && <span className={classes.dead}>{say("case.dead-tag", { tag: episode.deadTag })}</span>}
                  {episode.looksLike && <span className={classes.below}>{say("case.looks-like", { cause: episode.looksLike })}</span>}
                </td>
                <td className={classes.soft}>{wordsOr(say, `family.${episode.familyId}`, episode.familyId)}</td>
                <td>
                  {episode.verdict ? (
                    say(`case.verdict.${episode.verdict}`)
                  ) : (
                    <span className={classes.soft}>{say(episode.alerting ? "board.episodes.open" : "board.episodes.quiet")}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!all && newest.length > first && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {say("board.episodes.more", { count: newest.length })}
        </Button>
      )}
    </section>
  );
}

/** How far the tag was off on average, with its unit; nothing where the model has no expectation. */
const differenceOf = ({ difference }: CaseEpisode): string =>
  difference
    ? formatQuantity(difference.measured - difference.expected, differenceUnit(parseUnit(difference.unit)).symbol, {
        significant: 2,
        sign: true,
      })
    : "";
