import { Table } from "@mantine/core";
import type { SettingAdvice } from "#shared/domain/efficiency-advice.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { NumberCell } from "../../ui/number-cell.tsx";
import classes from "./efficiency.module.css";
import { gainWords } from "./gain-words.ts";

interface Props {
  readonly advice: SettingAdvice;
  readonly unit: string;
  readonly better: "lower" | "higher";
  readonly stepMs: number;
  /** Conditions and settings, in the order of the table's columns. */
  readonly tags: readonly { readonly tag: string; readonly unit: string }[];
}

/** The advice in a sentence, the hours that speak for it, and what to mind on the way. */
export function AdviceWords({ advice, unit, better, stepMs, tags }: Props) {
  const say = useSay();
  const joint = say.language === "zh" ? "，" : ", ";
  const of = (value: number, tagUnit: string): string => formatQuantity(value, tagUnit, { significant: 3 });
  const kpi = (value: number): string => formatQuantity(value, unit, { significant: 4 });
  const percent = (value: number): string => formatQuantity(value, "%", { decimals: 1 });
  const whole = (value: number): string => formatNumber(value, { significant: 3 });
  const { low, high, level } = advice.gainInterval;
  const [now, after] = [kpi(advice.now), kpi(advice.after)];
  const [like] = advice.examples;
  const changed = advice.settings.filter(({ from, to }) => of(from, "") !== of(to, ""));
  return (
    <div data-testid="advice">
      <p className={classes.adviceSentence}>
        {changed
          .map(({ tag, unit, from, to }) => say("efficiency.advice.change", { tag, from: of(from, unit), to: of(to, unit) }))
          .join(joint)}
        {say.language === "zh" ? "：" : ": "}
        <strong>{gainWords(say, advice.gainPercent, better)}</strong>
      </p>
      <p className={classes.words}>
        {Number.isFinite(low)
          ? say("efficiency.advice.interval", {
              now,
              after,
              low: percent(low),
              high: percent(high),
              level: formatQuantity(100 * level, "%", { significant: 2 }),
            })
          : say("efficiency.advice.no-interval", { now, after })}{" "}
        {say("efficiency.advice.shown", {
          hours: whole(advice.hours),
          days: advice.days,
          better: whole(advice.betterHours),
          percent: gainWords(say, advice.shownPercent, better),
        })}
      </p>
      {like && (
        <p className={classes.words} data-testid="like-hour">
          <strong>
            {say("efficiency.advice.like", {
              time: formatTime(like.time),
              tags: Object.keys(like.conditions).join(joint),
              gain: gainWords(say, like.betterPercent, better),
              hours: whole(advice.hours),
            })}
          </strong>
        </p>
      )}
      {changed.map(({ tag, unit, rate, steps }) =>
        steps > 1 ? (
          <p key={tag} className={classes.words}>
            {say("efficiency.advice.rate", { tag, rate: of(rate, unit), step: formatDuration(stepMs, say.language), steps })}
          </p>
        ) : null,
      )}
      {advice.constraints.length > 0 && (
        <>
          <h3 className={classes.small}>{say("efficiency.advice.constraints")}</h3>
          {advice.constraints.map(({ tag, unit, now, after }) => (
            <p key={tag} className={classes.words}>
              {say("efficiency.advice.constraint", {
                tag,
                now: `${of(now.mean, unit)} (${whole(now.low)} – ${whole(now.high)})`,
                after: `${of(after.mean, unit)} (${whole(after.low)} – ${whole(after.high)})`,
              })}
            </p>
          ))}
        </>
      )}
      {advice.examples.length > 0 && (
        <>
          <h3 className={classes.small}>{say("efficiency.advice.examples")}</h3>
          <div className={classes.examples}>
            <Table aria-label={say("efficiency.advice.examples")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{say("efficiency.advice.column-time")}</Table.Th>
                  <Table.Th ta="right">{say("efficiency.advice.column-gain")}</Table.Th>
                  {tags.map(({ tag, unit }) => (
                    <Table.Th key={tag} ta="right">
                      {tag}
                      {unit === "" ? "" : `, ${printUnit(unit)}`}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {advice.examples.map(({ time, conditions, settings, betterPercent }) => (
                  <Table.Tr key={time}>
                    <Table.Td className={classes.nowrap ?? ""}>{formatTime(time)}</Table.Td>
                    <Table.Td ta="right" className={classes.nowrap ?? ""}>
                      {gainWords(say, betterPercent, better)}
                    </Table.Td>
                    {tags.map(({ tag }) => (
                      <NumberCell key={tag} value={conditions[tag] ?? settings[tag]} format={{ significant: 3 }} />
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
        </>
      )}
    </div>
  );
}
