import { Button, NumberInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { EfficiencyModel } from "#shared/domain/efficiency.ts";
import type { EfficiencyAdvice } from "#shared/domain/efficiency-advice.ts";
import type { TagLimit } from "#shared/domain/kpi.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./efficiency.module.css";

interface Props {
  readonly model: EfficiencyModel;
  readonly answer: EfficiencyAdvice;
}

const columns = ["tag", "seen", "low", "high", "rate"] as const;

/** What a person allows the tags that are set, and those that are watched. */
export function LimitsForm({ model, answer }: Props) {
  const say = useSay();
  const { kpi } = model;
  const [typed, setTyped] = useState<readonly TagLimit[]>(kpi.limits ?? []);
  const tell = useTell("efficiency", "limits");
  const watched = (answer.advice?.constraints ?? []).map(({ tag, unit, now, after }) => ({
    tag,
    unit,
    low: Math.min(now.low, after.low),
    high: Math.max(now.high, after.high),
    isWatched: true,
  }));
  // Without advice nothing is known of the hours of a watched tag; its bounds can be typed all the same.
  const silent = (kpi.constraintTags ?? [])
    .filter((tag) => !watched.some((of) => of.tag === tag))
    .map((tag) => ({ tag, unit: "", low: Number.NaN, high: Number.NaN, isWatched: true }));
  const rows = [...answer.settings.map((of) => ({ ...of, isWatched: false })), ...watched, ...silent];
  const limitOf = (tag: string): TagLimit => typed.find((limit) => limit.tag === tag) ?? { tag, low: null, high: null, ratePerHour: null };
  const put = (tag: string, part: Partial<TagLimit>): void =>
    setTyped([...typed.filter((limit) => limit.tag !== tag), { ...limitOf(tag), ...part }]);
  const isWrong = ({ low, high }: TagLimit): boolean => low !== null && high !== null && low >= high;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!typed.some(isWrong))
      tell.mutate({
        modelId: model.id,
        limits: typed.filter(({ low, high, ratePerHour }) => low !== null || high !== null || ratePerHour !== null),
      });
  };
  const field = (tag: string, unit: string, name: "low" | "high" | "ratePerHour", label: string) => {
    const limit = limitOf(tag);
    return (
      <NumberInput
        size="xs"
        hideControls
        aria-label={`${tag}: ${label}`}
        placeholder="–"
        suffix={unit === "" ? "" : ` ${printUnit(unit)}`}
        value={limit[name] ?? ""}
        error={name === "low" && isWrong(limit) && say("efficiency.limits.order")}
        onChange={(value) => put(tag, { [name]: typeof value === "number" && (name !== "ratePerHour" || value > 0) ? value : null })}
      />
    );
  };
  return (
    <form className={classes.limits} aria-label={say("efficiency.limits.title")} onSubmit={submit}>
      <h3 className={classes.small}>{say("efficiency.limits.title")}</h3>
      <p className={classes.help}>{say("efficiency.limits.help")}</p>
      <table className={classes.limitTable}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column}>{say(`efficiency.limits.col.${column}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tag, unit, low, high, isWatched }) => (
            <tr key={tag}>
              <td className={classes.tagName}>
                {tag} {isWatched && <span className={classes.soft}>({say("efficiency.limits.watched")})</span>}
              </td>
              <td className={classes.nowrap}>
                {Number.isFinite(low)
                  ? `${formatNumber(low, { significant: 3 })} – ${formatNumber(high, { significant: 3 })} ${printUnit(unit)}`
                  : "–"}
              </td>
              <td>{field(tag, unit, "low", say("efficiency.limits.col.low"))}</td>
              <td>{field(tag, unit, "high", say("efficiency.limits.col.high"))}</td>
              <td>{!isWatched && field(tag, unit, "ratePerHour", say("efficiency.limits.col.rate"))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ProblemNotice problem={tell.error} />
      <Button type="submit" size="compact-xs" mt={6} variant="light" disabled={typed.some(isWrong)} loading={tell.isPending}>
        {say("efficiency.limits.keep")}
      </Button>
    </form>
  );
}
