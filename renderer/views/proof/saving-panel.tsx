import { Loader } from "@mantine/core";
import type { ReactNode } from "react";
import type { Measure, SavingSummary } from "#shared/domain/measure.ts";
import type { SavingInterval } from "#shared/domain/proof.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { Quantity } from "../../ui/quantity.tsx";
import classes from "./proof.module.css";
import { SavingChart } from "./saving-chart.tsx";
import { VerdictMark } from "./verdict-mark.tsx";

const hourMs = 3_600_000;
const methods = ["robust", "bootstrap", "guideline"] as const;

/** What was saved, how sure that is by three methods, and why the verdict is what it is. */
export function SavingPanel({ measure, summary }: { readonly measure: Measure; readonly summary: SavingSummary }) {
  const say = useSay();
  const { data, error } = useAsk("proof", "verification", { measureId: measure.id, resultId: summary.id });
  const { data: value } = useAsk("proof", "valueInput", { measureId: measure.id });
  if (error) return <ProblemNotice problem={error} />;
  if (!data) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  const { saving, weekly, coverage } = data;
  const { unit, percentInterval } = saving;
  const amount = (value: number): string => formatQuantity(value, unit, { significant: 3 });
  const span = ({ low, high }: SavingInterval): string => `${formatNumber(low, { significant: 3 })} … ${amount(high)}`;
  const priced = (factor: number, of: string): string => formatQuantity(saving.avoided * factor, of, { significant: 3 });
  // What the readings that count have shown, kept up for the hours that were typed.
  const hours = (saving.rows * measure.plan.intervalMs) / hourMs;
  const yearly = (factor: number, of: string): string =>
    say("proof-view.per-year", {
      amount: formatQuantity((saving.avoided * factor * (value?.hoursPerYear ?? Number.NaN)) / hours, of, { significant: 3 }),
    });
  const tile = (name: string, shown: ReactNode, more?: string) => (
    <div className={classes.tile}>
      <dt>{name}</dt>
      <dd>{shown}</dd>
      {more && <dd className={classes.tileMore}>{more}</dd>}
    </div>
  );
  return (
    <Panel title={say("proof-view.result.title")} note={measure.plan.name} actions={<VerdictMark verdict={saving.verdict} />}>
      <div data-testid="saving" data-verdict={saving.verdict}>
        <dl className={classes.tiles}>
          {tile(say("proof-view.tile.avoided"), <Quantity value={saving.avoided} unit={unit} format={{ significant: 3 }} />)}
          {tile(say("proof-view.tile.percent"), <Quantity value={saving.percent} unit="%" format={{ decimals: 2 }} />)}
          {tile(
            say("proof-view.tile.interval"),
            `${formatNumber(percentInterval.low, { decimals: 2 })} … ${formatNumber(percentInterval.high, { decimals: 2 })} %`,
          )}
          {value &&
            tile(say("proof-view.tile.money"), priced(value.pricePerUnit, value.currency), yearly(value.pricePerUnit, value.currency))}
          {value?.co2 && tile(say("proof-view.tile.co2"), priced(value.co2.kgPerUnit, "kg"), yearly(value.co2.kgPerUnit, "kg"))}
          {tile(say("proof-view.tile.measured"), <Quantity value={saving.measured} unit={unit} format={{ significant: 4 }} />)}
          {tile(say("proof-view.tile.expected"), <Quantity value={saving.expected} unit={unit} format={{ significant: 4 }} />)}
          {saving.adjustments !== 0 &&
            tile(
              say("proof-view.tile.adjusted"),
              <Quantity value={saving.adjustments} unit={unit} format={{ significant: 3, sign: true }} />,
            )}
          {tile(
            say("proof-view.tile.readings"),
            `${formatNumber(saving.rows, { decimals: 0 })} / ${formatNumber(saving.rows + saving.missingRows, { decimals: 0 })}`,
          )}
          {tile(say("proof-view.tile.outside"), <Quantity value={100 * saving.outside.share} unit="%" format={{ decimals: 1 }} />)}
        </dl>
        <SavingChart saving={saving} weekly={weekly} />
        <div className={classes.columns}>
          <section aria-label={say("proof-view.reasons")}>
            <h3 className={classes.small}>{say("proof-view.reasons")}</h3>
            <FindingList findings={saving.findings} shown={8} />
          </section>
          <section aria-label={say("proof-view.intervals")}>
            <h3 className={classes.small}>{say("proof-view.intervals")}</h3>
            <table className={classes.table}>
              <thead>
                <tr>
                  <th>{say("proof-view.intervals.method")}</th>
                  <th className={classes.number}>{say("proof-view.intervals.range", { level: 100 * saving.level })}</th>
                  <th className={classes.number}>{say("proof-view.intervals.error")}</th>
                </tr>
              </thead>
              <tbody>
                {methods.map((method) => (
                  <tr key={method}>
                    <td>{say(`proof-view.intervals.${method}`)}</td>
                    <td className={classes.number}>{span(saving.intervals[method])}</td>
                    <td className={classes.number}>{amount(saving.intervals[method].standardError)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {coverage ? <FindingList findings={coverage.findings} /> : <p className={classes.help}>{say("proof-view.coverage.none")}</p>}
          </section>
        </div>
      </div>
    </Panel>
  );
}
