import { Button, NumberInput, Textarea, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { CrewCalendar } from "#shared/domain/crew-calendar.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./efficiency.module.css";
import { readRota, writeRota } from "./rota-text.ts";

interface Props {
  readonly assetId: string;
  readonly calendar: CrewCalendar | null;
  /** A day of the log, where the round begins until a person says otherwise; ms UTC. */
  readonly anchor: number;
  readonly onKept: () => void;
}

const hour = 3_600_000;
const day = 24 * hour;

/** Who was on shift when, typed as a rota. */
export function CrewForm({ assetId, calendar, anchor, onKept }: Props) {
  const say = useSay();
  const [text, setText] = useState(
    calendar ? writeRota(calendar.shifts) : "06:00 A A B B C C D D\n14:00 D D A A B B C C\n22:00 C C D D A A B B",
  );
  const [first, setFirst] = useState(formatTime(calendar?.anchor ?? Math.floor(anchor / day) * day, { precision: "day" }));
  const [offset, setOffset] = useState((calendar?.clockOffsetMs ?? 0) / hour);
  const tell = useTell("efficiency", "keepCrews", { onDone: onKept });
  const at = /^\d{4}-\d\d-\d\d$/.test(first.trim()) ? Date.parse(`${first.trim()}T00:00Z`) : Number.NaN;
  const shifts = readRota(text);
  const read = CrewCalendar.safeParse({ clockOffsetMs: offset * hour, anchor: at, shifts });
  return (
    <form
      className={classes.crews}
      aria-label={say("efficiency.crews.title")}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (read.success) tell.mutate({ assetId, calendar: read.data });
      }}
    >
      <p className={classes.help}>{say("efficiency.crews.help")}</p>
      <Textarea
        label={say("efficiency.crews.shifts")}
        autosize
        minRows={3}
        classNames={{ input: classes.mono ?? "" }}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={!read.success && Number.isFinite(at) && say("efficiency.crews.wrong")}
      />
      <div className={classes.crewFields}>
        <TextInput
          label={say("efficiency.crews.anchor")}
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value)}
          error={!Number.isFinite(at) && say("efficiency.crews.anchor-wrong")}
        />
        <NumberInput
          label={say("efficiency.crews.offset")}
          min={-12}
          max={14}
          step={0.5}
          suffix=" h"
          value={offset}
          onChange={(value) => setOffset(Number(value) || 0)}
        />
        <Button type="submit" size="xs" disabled={!read.success} loading={tell.isPending}>
          {say("efficiency.crews.keep")}
        </Button>
      </div>
      <ProblemNotice problem={tell.error} />
    </form>
  );
}
