import type { ReactNode } from "react";
import type { Trial, TrialJudgement } from "#shared/domain/trial.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { type Bar, BarChart } from "../../charts/bar-chart.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./proof.module.css";
import trialClasses from "./trial.module.css";
import { VerdictMark } from "./verdict-mark.tsx";

interface Props {
  readonly trial: Trial;
  readonly judgement: TrialJudgement;
}

/** What a trial has shown: in percent, in the unit of the KPI, as an amount, in money and in CO2, with its interval and its reasons. */
export function TrialResultPanel({ trial, judgement }: Props) {
  const say = useSay();
  const { wish, unit } = trial;
  const { result, worth, at } = judgement;
  const { percent, percentInterval, level, saving, pValue, pairs, verdict, findings } = result;
  const { perYear } = worth;
  const span = (of: { low: number | null; high: number | null }, spanUnit: string): string =>
    `${formatNumber(of.low, { significant: 3 })} … ${formatQuantity(of.high, spanUnit, { significant: 3 })}`;
  const tile = (name: string, value: ReactNode, more?: string) => (
    <div className={classes.tile}>
      <dt>{name}</dt>
      <dd>{value}</dd>
      {more && <dd className={classes.tileMore}>{more}</dd>}
    </div>
  );
  const money = perYear?.money;
  return (
    <Panel title={say("trial-view.result")} note={`${wish.name} · ${localTime(at)}`} actions={<VerdictMark verdict={verdict} />}>
      <div data-testid="trial-result" data-verdict={verdict}>
        <dl className={classes.tiles}>
          {tile(say("trial-view.tile.gain"), formatQuantity(percent, "%", { decimals: 2 }))}
          {tile(
            say("trial-view.tile.interval", { level: 100 * level }),
            `${formatNumber(percentInterval.low, { decimals: 2 })} … ${formatNumber(percentInterval.high, { decimals: 2 })} %`,
          )}
          {tile(
            say(wish.yardstick.kind === "kpi" ? "trial-view.tile.gain-kpi" : "trial-view.tile.gain-unit"),
            formatQuantity(saving, unit, { significant: 3 }),
          )}
          {tile(say("trial-view.tile.per-hour"), formatQuantity(worth.perHour, worth.unit, { significant: 3 }))}
          {tile(say("trial-view.tile.gained"), formatQuantity(worth.gained, worth.unit, { significant: 3 }))}
          {perYear &&
            tile(
              say("trial-view.tile.year-amount"),
              formatQuantity(perYear.amount.value, worth.unit, { significant: 3 }),
              span(perYear.amount, worth.unit),
            )}
          {money &&
            tile(
              say("trial-view.tile.money"),
              formatQuantity(money.value, money.currency, { significant: 3 }),
              span(money, money.currency),
            )}
          {perYear?.co2Kg &&
            tile(say("trial-view.tile.co2"), formatQuantity(perYear.co2Kg.value, "kg", { significant: 3 }), span(perYear.co2Kg, "kg"))}
          {tile(say("trial-view.tile.pairs"), `${pairs} / ${trial.plan.blocks.length / 2}`)}
          {tile(say("trial-view.tile.chance"), formatQuantity(pValue === null ? null : 100 * pValue, "%", { significant: 2 }))}
        </dl>
        <div className={classes.columns}>
          <section aria-label={say("proof-view.reasons")}>
            <h3 className={classes.small}>{say("proof-view.reasons")}</h3>
            <FindingList findings={findings} shown={8} />
            {wish.value?.co2 && (
              <p className={classes.help}>
                CO2: {wish.value.co2.carrier}, {formatQuantity(wish.value.co2.kgPerUnit, `kg/${worth.unit}`, { significant: 3 })} (
                {wish.value.co2.source})
              </p>
            )}
            {!perYear && <p className={classes.help}>{say("trial-view.no-value")}</p>}
          </section>
          <section aria-label={say("trial-view.pairs.chart")}>
            <h3 className={classes.small}>{say(wish.better === "lower" ? "trial-view.pairs.chart" : "trial-view.pairs.chart-higher")}</h3>
            <div className={trialClasses.pairs}>
              <BarChart
                label={say("trial-view.pairs.chart")}
                unit={unit}
                bars={pairBars(trial, judgement, (pair) => say("trial-view.pair", { pair }))}
              />
            </div>
          </section>
        </div>
      </div>
    </Panel>
  );
}

/** Gain of each pair as it was measured; a pair that lacks a side or carries a deviation is drawn without a bar or softly. */
function pairBars({ plan, wish, deviations }: Trial, { blocks }: TrialJudgement, name: (pair: number) => string): Bar[] {
  return Array.from({ length: plan.blocks.length / 2 }, (_, pair): Bar => {
    const numbers = plan.blocks.flatMap((block, number) => (block.pair === pair ? [number] : []));
    const mean = (state: "on" | "off"): number =>
      numbers.filter((number) => plan.blocks[number]!.state === state).map((number) => blocks[number]?.mean ?? Number.NaN)[0] ?? Number.NaN;
    const noted = deviations.some(({ block }) => numbers.includes(block));
    const value = (wish.better === "lower" ? 1 : -1) * (mean("off") - mean("on"));
    return { id: String(pair), label: name(pair + 1), value, tone: noted ? "soft" : value > 0 ? "good" : "bad" };
  });
}
