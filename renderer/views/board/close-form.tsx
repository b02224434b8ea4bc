import { Button, NumberInput, SegmentedControl, Select, Textarea, TextInput } from "@mantine/core";
import { type RefObject, useState } from "react";
import type { CaseDetail, CaseVerdict, Cost } from "#shared/domain/case.ts";
import { verdictKinds } from "#shared/domain/health.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./board.module.css";

interface Props {
  readonly detail: CaseDetail;
  readonly history: readonly CaseDetail[];
  readonly place: RefObject<HTMLElement | null>;
}

const all = "all";

/** What a person says of the open case: kept as it is typed, final when it is closed. */
export function CloseForm({ detail: { case: one, episodes }, history, place }: Props) {
  const say = useSay();
  const [verdict, setVerdict] = useState<CaseVerdict | null>(null);
  const [cause, setCause] = useState(one.cause);
  const [action, setAction] = useState(one.action);
  const [note, setNote] = useState(one.note);
  const [amount, setAmount] = useState<number | string>(one.cost?.amount ?? "");
  const [currency, setCurrency] = useState(one.cost?.currency ?? lastCurrency(history));
  const [until, setUntil] = useState(all);
  const [missing, setMissing] = useState(false);
  const describe = useTell("cases", "describe");
  const close = useTell("cases", "close", { changes: ["cases", "health"] });
  const cost: Cost | null = typeof amount === "number" ? { amount, currency: currency.trim().toUpperCase() } : null;
  const said = { cause: cause.trim(), action: action.trim(), note: note.trim(), cost };
  const keep = (): void => {
    const { cause: c, action: a, note: n, cost: k } = one;
    if (JSON.stringify(said) !== JSON.stringify({ cause: c, action: a, note: n, cost: k })) describe.mutate({ caseId: one.id, ...said });
  };
  const chosen = until === all ? episodes : episodes.filter(({ from }) => from <= Number(until));
  const unjudged = chosen.filter((episode) => episode.verdict === null).length;
  const ends = episodes.slice(0, -1).toReversed();
  return (
    <section ref={place} className={classes.closeForm} aria-label={say("board.close.title")}>
      <h3 className={classes.small}>{say("board.close.title")}</h3>
      <form
        onBlur={keep}
        onSubmit={(event) => {
          event.preventDefault();
          if (!verdict) setMissing(true);
          else close.mutate({ caseId: one.id, verdict, ...said, until: until === all ? null : Number(until) });
        }}
      >
        <span className={classes.label} id="case-verdict">
          {say("board.close.ask")}
        </span>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-labelledby="case-verdict"
          value={verdict ?? ""}
          onChange={(value) => {
            setVerdict(value as CaseVerdict);
            setMissing(false);
          }}
          data={verdictKinds.map((value) => ({ value, label: say(`case.verdict.${value}`) }))}
        />
        <TextInput
          size="xs"
          label={say("board.close.cause")}
          maxLength={200}
          value={cause}
          onChange={(event) => setCause(event.currentTarget.value)}
        />
        <Textarea
          size="xs"
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          label={say("board.close.action")}
          value={action}
          onChange={(event) => setAction(event.currentTarget.value)}
        />
        <div className={classes.costRow}>
          <NumberInput
            size="xs"
            label={say("board.close.cost")}
            min={0}
            allowNegative={false}
            hideControls
            thousandSeparator=" "
            value={amount}
            onChange={setAmount}
          />
          <TextInput
            size="xs"
            label={say("board.close.currency")}
            maxLength={8}
            value={currency}
            onChange={(event) => setCurrency(event.currentTarget.value)}
          />
          <Select
            size="xs"
            label={say("board.close.until")}
            allowDeselect={false}
            disabled={ends.length === 0}
            data={[
              { value: all, label: say("board.close.until.all") },
              ...ends.map(({ from, episodeId }) => ({
                value: String(from),
                label: say("board.close.until.up-to", { time: formatTime(from) }),
                episodeId,
              })),
            ].filter(({ value }, k, options) => options.findIndex((other) => other.value === value) === k)}
            value={until}
            onChange={(value) => setUntil(value ?? all)}
          />
        </div>
        <Textarea
          size="xs"
          autosize
          minRows={1}
          maxRows={5}
          label={say("board.close.note")}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <ProblemNotice problem={close.error ?? describe.error} />
        <div className={classes.closeFoot}>
          <span className={classes.soft} data-warn={missing || undefined}>
            {missing ? say("board.close.missing") : unjudged > 0 ? say("board.close.help", { count: unjudged }) : say("board.close.kept")}
          </span>
          <Button className={classes.closeDo ?? ""} size="xs" type="submit" loading={close.isPending}>
            {say("board.close.do")}
          </Button>
        </div>
      </form>
    </section>
  );
}

const lastCurrency = (history: readonly CaseDetail[]): string => history.find(({ case: { cost } }) => cost)?.case.cost?.currency ?? "EUR";
