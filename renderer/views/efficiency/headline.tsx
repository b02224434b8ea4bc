import type { ReactNode } from "react";
import type { EfficiencyModel, EfficiencyResult } from "#shared/domain/efficiency.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import { Quantity } from "../../ui/quantity.tsx";
import classes from "./efficiency.module.css";
import { lossDecimals } from "./loss-decimals.ts";
import { lossVerdict } from "./loss-verdict.ts";

const hourMs = 3_600_000;

/** The loss in words, and the figures it is made of. */
export function Headline({ model, result }: { readonly model: EfficiencyModel; readonly result: EfficiencyResult }) {
  const say = useSay();
  const { totals, unit, excessUnit } = result;
  const verdict = lossVerdict(totals);
  const { low, high, level } = totals.lossPercentInterval;
  const decimals = lossDecimals(low, high);
  const percent = (value: number, sign = false): string => formatQuantity(value, "%", { decimals, sign });
  const hours = formatDuration(totals.hours * hourMs, say.language);
  const amount = (value: number): string => formatQuantity(value, excessUnit, { significant: 3 });
  const { kpi } = model;
  return (
    <section className={classes.headline} data-verdict={verdict}>
      <p className={classes.headlineSentence} data-testid="headline">
        {verdict === "unclear"
          ? say("efficiency.headline.unclear")
          : say(`efficiency.headline.${verdict}-${kpi.better}`, { name: kpi.name, percent: percent(Math.abs(totals.lossPercent)) })}
      </p>
      <p className={classes.headlineMore}>
        {Number.isFinite(low) && Number.isFinite(high)
          ? say("efficiency.headline.interval", {
              percent: percent(totals.lossPercent, true),
              low: percent(low, true),
              high: percent(high, true),
              level: formatQuantity(level * 100, "%", { significant: 2 }),
            })
          : say("efficiency.headline.no-interval", { percent: percent(totals.lossPercent, true) })}
        {say.language === "zh" ? "。" : ". "}
        {Number.isFinite(totals.excessInterval.low)
          ? say("efficiency.headline.amount", {
              excess: amount(totals.excess),
              hours,
              low: amount(totals.excessInterval.low),
              high: amount(totals.excessInterval.high),
            })
          : say("efficiency.headline.amount-plain", { excess: amount(totals.excess), hours })}
      </p>
      <dl className={classes.tiles}>
        <Tile name={say("efficiency.tile.measured")}>
          <Quantity value={totals.measured} unit={unit} />
        </Tile>
        <Tile name={say("efficiency.tile.expected")}>
          <Quantity value={totals.expected} unit={unit} />
        </Tile>
        <Tile name={say("efficiency.tile.loss")}>
          <Quantity value={totals.lossPercent} unit="%" format={{ decimals, sign: true }} />
        </Tile>
        <Tile name={say("efficiency.tile.excess")}>
          <Quantity value={totals.excess} unit={excessUnit} format={{ significant: 3, sign: true }} />
        </Tile>
        <Tile name={say("efficiency.tile.coverage")} help={say("efficiency.tile.coverage.help")}>
          {formatNumber(totals.coverage * 100, { significant: 3 })} %
        </Tile>
        <Tile name={say("efficiency.tile.extrapolated")} help={say("efficiency.tile.extrapolated.help")}>
          {formatNumber(totals.extrapolatedShare * 100, { significant: 2 })} %
        </Tile>
      </dl>
    </section>
  );
}

function Tile({ name, help, children }: { readonly name: string; readonly help?: string; readonly children: ReactNode }) {
  return (
    <div className={classes.tile} title={help}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
