import { Button, Textarea, TextInput } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { type KeyboardEvent, type RefObject, useState } from "react";
import type { Episode, VerdictKind } from "#shared/domain/health.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./health.module.css";
import type { Sayings, Verdicts } from "./use-verdicts.ts";

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
  { verdict: "sensor", key: "S", color: "grape" },
  { verdict: "maintenance", key: "W", color: "blue" },
  { verdict: "unclear", key: "U", color: "gray" },
] as const satisfies readonly { verdict: VerdictKind; key: string; color: string }[];

/** What a person says an episode was: verdict, name, note, what was done; and the way back. */
export function VerdictForm({ episode, verdicts, note, onNote, noteField }: Props) {
  const say = useSay();
  const given = episode.verdict;
  const said = verdicts.sayings(episode);
  const unsaved = given !== null && (note !== given.note || said.cause !== (given.cause ?? "") || said.action !== (given.action ?? ""));
  const [editing, setEditing] = useState(false);
  const keep = (): void => {
    if (given && unsaved) verdicts.judge(episode, given.verdict, note);
  };
  const field = {
    size: "xs",
    onFocus: () => setEditing(true),
    onBlur: () => {
      setEditing(false);
      keep();
    },
    // Escape and Enter lead back to the keys of the list; Shift and Enter writes another line.
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === "Escape" || (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing)) {
        event.preventDefault();
        event.currentTarget.blur();
      }
    },
  } as const;
  const saying = (change: Partial<Sayings>): void => verdicts.say(episode, { ...said, ...change });
  return (
    <div className={classes.verdict}>
      <fieldset className={classes.verdictButtons} aria-label={say("health.verdict.ask")}>
        {kinds.map(({ verdict, key, color }) => (
          <Button
            key={verdict}
            size="compact-sm"
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
        <Button
          size="compact-sm"
          variant="subtle"
          color="gray"
          rightSection={<kbd className={classes.key}>Z</kbd>}
          aria-label={say("health.verdict.undo")}
          title={say("health.verdict.undo")}
          aria-keyshortcuts="z"
          disabled={!verdicts.canUndo}
          onClick={verdicts.undo}
        >
          <IconArrowBackUp size={16} />
        </Button>
      </fieldset>
      <div className={classes.sayings}>
        <TextInput
          {...field}
          ref={verdicts.causeField}
          aria-label={say("verdict.cause")}
          aria-keyshortcuts="c"
          maxLength={200}
          placeholder={say(`verdict.cause.${given && given.verdict !== "unclear" ? given.verdict : "open"}`)}
          value={said.cause}
          onChange={(event) => saying({ cause: event.currentTarget.value })}
        />
        <Textarea
          {...field}
          ref={noteField}
          autosize
          minRows={1}
          maxRows={4}
          aria-label={say("health.verdict.note")}
          placeholder={given ? say("health.verdict.note.hint") : say("health.verdict.note.before")}
          value={note}
          onChange={(event) => onNote(event.currentTarget.value)}
        />
        {given && (
          <TextInput
            {...field}
            aria-label={say("verdict.action")}
            maxLength={2000}
            placeholder={say("verdict.action")}
            value={said.action}
            onChange={(event) => saying({ action: event.currentTarget.value })}
          />
        )}
        {unsaved && editing && (
          <Button size="compact-xs" variant="light" onMouseDown={(event) => event.preventDefault()} onClick={keep}>
            {say("health.verdict.note.save")}
          </Button>
        )}
      </div>
      {given && (
        <span className={classes.judged}>
          {say("health.verdict.at", { time: localTime(given.at) })}
          {given.lessonId && ` · ${say(given.verdict === "normal" ? "verdict.learned.normal" : "verdict.learned.fault")}`}
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => verdicts.judge(episode, null, "")}>
            {say("health.verdict.take-back")}
          </Button>
        </span>
      )}
      <ProblemNotice problem={verdicts.error} />
    </div>
  );
}
