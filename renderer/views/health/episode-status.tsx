import { Badge } from "@mantine/core";
import { episodeStatus } from "#shared/domain/episode-status.ts";
import type { Episode, Severity } from "#shared/domain/health.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./health.module.css";

/** The NE 107 status of an episode in one mark, with its word and rule to be read by pointing at it. */
export function EpisodeStatusMark({ episode }: { readonly episode: Episode }) {
  const say = useSay();
  const status = episodeStatus(episode);
  if (!status) return <span className={classes.statusMark} />;
  const words = `${say(`board.status.${status}`)}: ${say(`board.help.${status}`)}`;
  return <span className={classes.statusMark} data-status={status} role="img" aria-label={words} title={words} />;
}

const colors: Record<Severity, string> = {
  failure: "red",
  "function-check": "orange",
  "out-of-specification": "yellow",
  "maintenance-required": "blue",
};

/** The same in words. */
export function EpisodeStatusBadge({ episode }: { readonly episode: Episode }) {
  const say = useSay();
  const status = episodeStatus(episode);
  if (!status) return null;
  return (
    <Badge variant="dot" color={colors[status]} miw="max-content" title={`NE 107. ${say(`board.help.${status}`)}`}>
      {say(`board.status.${status}`)}
    </Badge>
  );
}
