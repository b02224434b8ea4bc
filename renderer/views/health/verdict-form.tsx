import { Button, Textarea } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { type RefObject, useState } from "react";
import type { Episode, Verdict } from "#shared/domain/health.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./health.module.css";
import type { Verdicts } from "./use-verdicts.ts";

interface Props {
  readonly episode: Episode;
  readonly verdicts: Verdicts;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly noteField: RefObject<HTMLTextAreaElement | null>;
}

const kinds = [
  { verdict: "fault", key: "F", color: "red" },
  { verdict: "normal", key: "N", color: "green" },
  { verdict: "unclear", key: "U", color: "gray" },
] as const satisfies readonly { verdict: Verdict["verdict"]; key: string; color: string }[];

/** What a person says an episode was, with a note and the way back. */
export function VerdictForm({ episode, verdicts, note, onNote, noteField }: Props) {
  const say = useSay();
  const given = episode.verdict;
  const unsaved = given !== null && note !== given.note;
  const [editing, setEditing] = useState(false);
  const keep = (): void => {
    if (given && unsaved) verdicts.judge(episode, given.verdict, note);
  };
  return (
    <div className={classes.verdict}>
      <fieldset className={classes.verdictButtons} aria-label={say("health.verdict.ask")}>
        {kinds.map(({ verdict, key, color }) => (
          <Button
            key={verdict}
            color={color}
            variant={given?.verdict === verdict ? "filled" : "light"}
            aria-pressed={given?.verdict === verdict}
            aria-keyshortcuts={key.toLowerCase()}
            rightSection={<kbd className={classes.key}>{key}</kbd>}
            onClick={() => verdicts.judge(episode, verdict, note)}
          >
            {say(`health.verdict.${verdict}`)}
          </Button>
        ))}
        {given && (
          <Button variant="subtle" color="gray" onClick={() => verdicts.judge(episode, null, "")}>
            {say("health.verdict.take-back")}
          </Button>
        )}
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowBackUp size={14} />}
          rightSection={<kbd className={classes.key}>Z</kbd>}
          aria-keyshortcuts="z"
          disabled={!verdicts.canUndo}
          onClick={verdicts.undo}
        >
          {say("health.verdict.undo")}
        </Button>
        {given && <span className={classes.soft}>{say("health.verdict.at", { time: localTime(given.at) })}</span>}
      </fieldset>
      <div className={classes.note}>
        <Textarea
          ref={noteField}
          size="xs"
          autosize
          minRows={1}
          maxRows={4}
          aria-label={say("health.verdict.note")}
          placeholder={given ? say("health.verdict.note.hint") : say("health.verdict.note.before")}
          value={note}
          onChange={(event) => onNote(event.currentTarget.value)}
          onFocus={() => setEditing(true)}
          onBlur={() => {
            setEditing(false);
            keep();
          }}
          onKeyDown={(event) => {
            // Escape and Enter lead back to the keys of the list; Shift and Enter writes another line.
            if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey)) {
              event.preventDefault();
              event.currentTarget.blur();
            }
          }}
        />
        {unsaved && editing && (
          <Button size="compact-xs" variant="light" onMouseDown={(event) => event.preventDefault()} onClick={keep}>
            {say("health.verdict.note.save")}
          </Button>
        )}
      </div>
      <ProblemNotice problem={verdicts.error} />
    </div>
  );
}
