import { Button, Loader } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconArrowsShuffle } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { EfficiencyModel } from "#shared/domain/efficiency.ts";
import type { EfficiencyAdvice, SettingAdvice, TagValues } from "#shared/domain/efficiency-advice.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AdviceWords } from "./advice-words.tsx";
import classes from "./efficiency.module.css";
import { LimitsForm } from "./limits-form.tsx";
import { SensitivityCharts } from "./sensitivity-charts.tsx";
import { TagSlider } from "./tag-slider.tsx";
import { WhatIfLine } from "./what-if-line.tsx";

// Fast enough to follow a hand, slow enough not to ask for every pixel.
const settledMs = 40;

interface Props {
  readonly model: EfficiencyModel;
  readonly stepMs: number;
}

/** What other settings would bring, shown by hours that were alike, and sliders to try some. */
export function AdvicePanel({ model, stepMs }: Props) {
  const say = useSay();
  const { go } = useNavigation();
  const [conditions, setConditions] = useState<TagValues>({});
  const [settings, setSettings] = useState<TagValues>({});
  const [tried, setTried] = useState<TagValues>({});
  const whole = useMemo(() => ({ conditions, settings, tried }), [conditions, settings, tried]);
  const [question] = useDebouncedValue(whole, settledMs);
  const asked = useAsk("efficiency", "advise", { modelId: model.id, ...question }, { keepPrevious: true, forgetAfterMs: 10_000 });
  if (asked.error)
    return (
      <Panel title={say("efficiency.advice.title")}>
        <ProblemNotice problem={asked.error} onRetry={() => void asked.refetch()} />
      </Panel>
    );
  if (asked.isPending) return <Loader size="sm" aria-label={say("ui.loading")} />;
  const answer = asked.data;
  if (!answer)
    return (
      <Panel title={say("efficiency.advice.title")}>
        <p className={classes.help}>{say("efficiency.advice.none")}</p>
      </Panel>
    );
  const plan = (wanted: TagValues): void => go("proof", { trial: { modelId: model.id, settings: wanted } });
  const put = (to: (values: TagValues) => void, values: TagValues) => (tag: string, value: number) => to({ ...values, [tag]: value });
  const sliders = (
    list: EfficiencyAdvice["settings"],
    values: TagValues,
    to: (values: TagValues) => void,
    label: (tag: string) => string = (tag) => tag,
  ) =>
    list.map((slider) => (
      <TagSlider
        key={slider.tag}
        {...slider}
        label={label(slider.tag)}
        value={values[slider.tag] ?? slider.value}
        onChange={(value) => put(to, values)(slider.tag, value)}
      />
    ));
  return (
    <Panel title={say("efficiency.advice.title")}>
      <p className={classes.help}>{say("efficiency.advice.help")}</p>
      <div className={classes.advice}>
        <div className={classes.sliders}>
          <h3 className={classes.small}>
            {say("efficiency.advice.conditions")}{" "}
            <span className={classes.soft}>
              ({say("efficiency.advice.like-hours", { hours: formatNumber(answer.likeHours, { significant: 3 }) })})
            </span>
          </h3>
          {sliders(answer.conditions, conditions, setConditions)}
          <h3 className={classes.small}>{say("efficiency.advice.settings")}</h3>
          {sliders(answer.settings, settings, setSettings)}
        </div>
        <div className={classes.adviceWords} aria-live="polite">
          {answer.advice && (
            <>
              <AdviceWords
                advice={answer.advice}
                unit={answer.unit}
                better={answer.better}
                stepMs={stepMs}
                tags={[...answer.conditions, ...answer.settings]}
              />
              <Button size="xs" mt={6} leftSection={<IconArrowsShuffle size={14} />} onClick={() => plan(settingsOf(answer.advice!))}>
                {say("efficiency.advice.try")}
              </Button>
            </>
          )}
          {answer.findings.length > 0 && <FindingList findings={answer.findings} />}
        </div>
        <div className={classes.sliders}>
          <h3 className={classes.small}>{say("efficiency.advice.what-if")}</h3>
          <p className={classes.help}>{say("efficiency.advice.what-if.help")}</p>
          {sliders(answer.settings, { ...settings, ...tried }, setTried, (tag) => say("efficiency.advice.what-if.try", { tag }))}
          {answer.whatIf && <WhatIfLine whatIf={answer.whatIf} unit={answer.unit} better={answer.better} />}
          {answer.whatIf && answer.whatIf.gainPercent > 0 && (
            <Button
              size="compact-xs"
              mt={6}
              variant="light"
              leftSection={<IconArrowsShuffle size={13} />}
              onClick={() => plan(answer.whatIf!.settings)}
            >
              {say("efficiency.advice.try-these")}
            </Button>
          )}
        </div>
      </div>
      <div className={classes.adviceMore}>
        {answer.sensitivity && answer.sensitivity.length > 0 && (
          <SensitivityCharts
            sensitivity={answer.sensitivity}
            kpi={model.kpi.name}
            unit={answer.unit}
            onTry={(tag, value) => put(setTried, tried)(tag, value)}
          />
        )}
        <LimitsForm model={model} answer={answer} />
      </div>
    </Panel>
  );
}

const settingsOf = ({ settings }: SettingAdvice): TagValues => Object.fromEntries(settings.map(({ tag, to }) => [tag, to]));
