import { Button } from "@mantine/core";
import type { Episode } from "#shared/domain/health.ts";
import { recallSentence } from "#shared/language/recall-sentence.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./health.module.css";
import type { Verdicts } from "./use-verdicts.ts";

/** What an episode resembles of what was judged, and a way to say that it is not the same. */
export function EpisodeRecall({ episode, verdicts }: { readonly episode: Episode; readonly verdicts: Verdicts }) {
  const say = useSay();
  const { recall, recallDeclined, verdict } = episode;
  const told = recall && recallSentence(recall);
  if (verdict || !told) return null;
  const decline = recall.quiet ? say("recall.decline") : say("recall.decline.name");
  return (
    <div className={classes.recall} data-quiet={(recall.quiet && !recallDeclined) || undefined} data-testid="episode-recall">
      <span>{recallDeclined ? say("recall.declined") : say(told.key, told.data)}</span>
      <Button
        size="compact-xs"
        variant="default"
        aria-keyshortcuts="x"
        rightSection={<kbd className={classes.key}>X</kbd>}
        onClick={() => verdicts.decline(episode)}
      >
        {recallDeclined ? say("recall.accept") : decline}
      </Button>
    </div>
  );
}
