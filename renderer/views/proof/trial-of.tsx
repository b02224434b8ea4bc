import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import type { Trial } from "#shared/domain/trial.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useTell } from "../../data/use-tell.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DeviationNote } from "./deviation-note.tsx";
import { offsetWords } from "./offset-words.ts";
import classes from "./proof.module.css";
import { RunFoot } from "./run-foot.tsx";
import trialClasses from "./trial.module.css";
import { TrialCalendar } from "./trial-calendar.tsx";
import { TrialResultPanel } from "./trial-result-panel.tsx";
import { useProofJob } from "./use-proof-job.ts";

interface Props {
  readonly trial: Trial;
  readonly onRemoved: () => void;
}

const forms = ["csv", "ics", "html"] as const;

/** One trial: what it has shown, its calendar, what was done otherwise, and what was locked. */
export function TrialOf({ trial, onRemoved }: Props) {
  const last = trial.judgements.at(-1);
  return (
    <>
      {last && <TrialResultPanel key={last.id} trial={trial} judgement={last} />}
      <JudgePanel trial={trial} />
      <div className={classes.columns}>
        <CalendarPanel trial={trial} />
        <AboutPanel trial={trial} onRemoved={onRemoved} />
      </div>
    </>
  );
}

function JudgePanel({ trial }: Pick<Props, "trial">) {
  const say = useSay();
  const work = useProofJob<unknown>(() => {});
  const judge = useTell("trial", "judge", { changes: [], onDone: ({ jobId }) => work.begin(jobId) });
  return (
    <Panel title={say("trial-view.judge.title")}>
      <p className={classes.help}>{say("trial-view.judge.help")}</p>
      <RunFoot work={work} error={judge.error} onReset={judge.reset}>
        <Button
          leftSection={<IconPlayerPlay size={14} />}
          disabled={work.busy}
          loading={judge.isPending}
          onClick={() => {
            work.clear();
            judge.mutate({ trialId: trial.id });
          }}
        >
          {say("trial-view.judge.do")}
        </Button>
      </RunFoot>
    </Panel>
  );
}

function CalendarPanel({ trial }: Pick<Props, "trial">) {
  const say = useSay();
  const { id, wish, plan, deviations } = trial;
  const [block, setBlock] = useState<number | null>(null);
  const withdraw = useTell("trial", "unnote");
  const save = useTell("trial", "save", {
    changes: [],
    onDone: ({ path }) => void notifications.show({ message: say("trial-view.saved", { path }) }),
  });
  const write = async (format: (typeof forms)[number]): Promise<void> => {
    const path = await window.shell.chooseTarget(`${wish.name.replaceAll(/[\\/:*?"<>|]+/g, " ").trim()}.${format}`, format);
    if (path !== null) save.mutate({ trialId: id, format, language: say.language, path });
  };
  return (
    <Panel
      title={say("trial-view.calendar")}
      actions={
        <div className={trialClasses.saves}>
          {forms.map((format) => (
            <Button
              key={format}
              size="compact-xs"
              variant="default"
              leftSection={<IconDownload size={13} />}
              onClick={() => void write(format)}
            >
              {say(`trial-view.save.${format}`)}
            </Button>
          ))}
        </div>
      }
    >
      <p className={classes.help}>{say("trial-view.calendar.help", { offset: offsetWords(wish.clockOffsetMs) })}</p>
      <ProblemNotice problem={save.error ?? withdraw.error} />
      <TrialCalendar plan={plan} clockOffsetMs={wish.clockOffsetMs} deviations={deviations} onBlock={setBlock} />
      {block !== null && <DeviationNote key={block} trialId={id} block={block} onDone={() => setBlock(null)} />}
      <h3 className={classes.small}>{say("trial-view.deviations")}</h3>
      {deviations.length === 0 ? (
        <p className={classes.help}>{say("trial-view.deviations.none")}</p>
      ) : (
        <ul className={trialClasses.deviations} data-testid="deviations">
          {deviations.map(({ id: deviationId, block: of, what, reason, by, at }) => (
            <li key={deviationId}>
              <strong>
                {say("trial-view.col.block")} {of + 1}: {say(`trial-view.what.${what}`)}
              </strong>
              <span>{reason}</span>
              <span className={classes.soft}>
                {by} · {localTime(at)}
              </span>
              <button type="button" className={classes.link} onClick={() => withdraw.mutate({ trialId: id, deviationId })}>
                {say("trial-view.note.withdraw")}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function AboutPanel({ trial, onRemoved }: Props) {
  const say = useSay();
  const { wish, plan, unit, risks, provablePercent } = trial;
  const restore = useTell("trial", "restore");
  const remove = useTell("trial", "remove", {
    onDone: () => {
      onRemoved();
      const id = notifications.show({
        autoClose: 15_000,
        message: (
          <span className={classes.undo}>
            {say("proof-view.removed", { name: wish.name })}
            <Button
              size="compact-xs"
              variant="light"
              onClick={() => {
                restore.mutate({ trialId: trial.id });
                notifications.hide(id);
              }}
            >
              {say("proof-view.undo")}
            </Button>
          </span>
        ),
      });
    },
  });
  const amount = (value: number, tagUnit: string): string => formatQuantity(value, tagUnit, { significant: 4 });
  const bound = (value: number | null, tagUnit: string): string => (value === null ? "…" : amount(value, tagUnit));
  const day = (at: number): string => formatTime(at, { precision: "day" });
  const rows: [string, string][] = [
    [say("trial-view.yardstick"), `${wish.yardstick.kind === "kpi" ? wish.yardstick.kpi.name : wish.yardstick.tag} (${printUnit(unit)})`],
    [say("trial-view.form.drivers"), wish.drivers.map(({ tag }) => tag).join(", ") || "–"],
    ...wish.settings.map(({ tag, unit: tagUnit, from, to }): [string, string] => [
      tag,
      say("report.trial.setting", { from: amount(from, tagUnit), to: amount(to, tagUnit) }),
    ]),
    ...wish.watch.map(({ tag, unit: tagUnit, low, high }): [string, string] => [
      say("report.trial.watch", { tag }),
      low === null && high === null ? "–" : `${bound(low, tagUnit)} – ${bound(high, tagUnit)}`,
    ]),
    [say("trial-view.form.history"), wish.history.ranges.map(({ from, to }) => `${day(from)} – ${day(to)}`).join(", ")],
    [say("trial-view.form.gain"), formatQuantity(wish.expected.percent, "%", { significant: 3 })],
    [say("trial-view.provable"), formatQuantity(provablePercent, "%", { significant: 2 })],
    [
      say("report.trial.risks"),
      say("report.trial.risks.are", { risk: Math.round(100 * risks.falselyProven), power: Math.round(100 * risks.power) }),
    ],
    [
      say("report.trial.blocks"),
      say("report.trial.blocks.are", {
        blocks: plan.blocks.length,
        hours: formatNumber(plan.blockMs / 3_600_000),
        washout: formatDuration(plan.washoutMs, say.language),
        seed: String(plan.seed),
      }),
    ],
  ];
  return (
    <Panel
      title={say("trial-view.about")}
      actions={
        <ConfirmButton
          size="compact-xs"
          question={say("trial-view.remove.question", { name: wish.name })}
          confirm={say("proof-view.remove")}
          onConfirm={() => remove.mutate({ trialId: trial.id })}
          loading={remove.isPending}
        >
          {say("proof-view.remove")}
        </ConfirmButton>
      }
    >
      <ProblemNotice problem={remove.error} />
      <dl className={trialClasses.facts} data-selectable>
        {rows.map(([name, text]) => [<dt key={name}>{name}</dt>, <dd key={`${name} is`}>{text}</dd>])}
      </dl>
      <p className={classes.help}>
        {say("trial-view.locked", { time: localTime(trial.lockedAt), who: trial.lockedBy })}
        <br />
        {say("proof-view.hash")}: <code className={classes.mono}>{trial.sha256}</code>
      </p>
    </Panel>
  );
}
