import type { EfficiencyModel, EfficiencyResult, ValueInput } from "#shared/domain/efficiency.ts";
import type { Frontier } from "#shared/domain/efficiency-potential.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { co2Of } from "./co2-of.ts";
import classes from "./efficiency.module.css";
import { moneyOf } from "./money-of.ts";

interface Props {
  readonly model: EfficiencyModel;
  readonly result: EfficiencyResult;
  readonly frontier: Frontier | null;
  /** What was typed for money; null before. */
  readonly price: ValueInput | null;
}

// Less than nearly all is said.
const wholeCoverage = 0.99;

/** How far the period stayed behind the best the plant has shown, and the days that prove it. */
export function FrontierPanel({ model, result, frontier, price }: Props) {
  const say = useSay();
  if (!frontier || !Number.isFinite(frontier.totals.opportunity))
    return (
      <Panel title={say("efficiency.frontier.title")}>
        <p className={classes.help}>{say("efficiency.frontier.none")}</p>
      </Panel>
    );
  const { totals, proof } = frontier;
  const amount = (of: number): string => formatQuantity(of, result.excessUnit, { significant: 3 });
  const percent = (of: number): string => formatQuantity(of, "%", { decimals: 1 });
  const money = moneyOf(Math.abs(totals.opportunity), price);
  const parts = [money, co2Of(Math.abs(totals.opportunity), price)].filter((part) => part !== undefined);
  const priced = parts.map((part) => (say.language === "zh" ? `，${part}` : `, ${part}`)).join("");
  const habit = totals.opportunity - result.totals.excess;
  return (
    <Panel title={say("efficiency.frontier.title")}>
      <p className={classes.words} data-testid="opportunity">
        <strong>
          {totals.opportunity > 0
            ? say(model.kpi.better === "lower" ? "efficiency.frontier.opportunity" : "efficiency.frontier.opportunity-higher", {
                percent: percent(totals.opportunityPercent),
                amount: amount(totals.opportunity),
                money: priced,
              })
            : say("efficiency.frontier.reached")}
        </strong>
      </p>
      <dl className={classes.facts}>
        <dt>{say("efficiency.frontier.line")}</dt>
        <dd>{formatQuantity(totals.frontier, result.unit, { significant: 4 })}</dd>
        <dt>{say("efficiency.frontier.loss")}</dt>
        <dd>
          {amount(result.totals.excess)} <span className={classes.soft}>({say("efficiency.frontier.loss.help")})</span>
        </dd>
        <dt>{say("efficiency.frontier.habit")}</dt>
        <dd>
          {amount(habit)} <span className={classes.soft}>({say("efficiency.frontier.habit.help")})</span>
        </dd>
      </dl>
      <h3 className={classes.small}>{say("efficiency.frontier.proof")}</h3>
      <dl className={classes.facts}>
        {proof.map(({ time, hours, betterPercent }) => [
          <dt key={`${time} day`}>{formatTime(time, { precision: "day" })}</dt>,
          <dd key={time}>
            {say("efficiency.frontier.proof-day", { hours: formatNumber(hours, { significant: 3 }), percent: percent(betterPercent) })}
          </dd>,
        ])}
      </dl>
      <p className={classes.help}>
        {say("efficiency.frontier.help", { count: Math.round(1 / frontier.share), tags: frontier.conditions.join(", ") })}{" "}
        {totals.coverage < wholeCoverage &&
          say("efficiency.frontier.coverage", { percent: formatQuantity(100 * totals.coverage, "%", { significant: 3 }) })}
      </p>
    </Panel>
  );
}
