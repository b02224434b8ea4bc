import type { ReactNode } from "react";
import type { EfficiencyModel, EfficiencyResult, ValueInput } from "#shared/domain/efficiency.ts";
import type { Frontier } from "#shared/domain/efficiency-potential.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { Quantity } from "../../ui/quantity.tsx";
import classes from "./efficiency.module.css";
import { lossDecimals } from "./loss-decimals.ts";
import { lossVerdict } from "./loss-verdict.ts";
import { parts } from "./parts.ts";

const hourMs = 3_600_000;
// As many curves as are read side by side.
const mostTags = 6;

interface Props {
  readonly model: EfficiencyModel;
  readonly result: EfficiencyResult;
  /** The best shown; null where there is none. */
  readonly frontier: Frontier | null;
  /** What was typed for money; null before. */
  readonly price: ValueInput | null;
}

/** The loss in words, and the figures it is made of: each leads to what it was made from. */
export function Headline({ model, result, frontier, price }: Props) {
  const say = useSay();
  const { go } = useNavigation();
  const { data: used } = useAsk("efficiency", "checkFormula", { assetId: model.assetId, formula: model.kpi.formula });
  const { data: value } = useAsk("efficiency", "value", { modelId: model.id, input: price! }, { enabled: price !== null });
  const { totals, unit, excessUnit } = result;
  const verdict = lossVerdict(totals);
  const { low, high, level } = totals.lossPercentInterval;
  const decimals = lossDecimals(low, high);
  const percent = (value: number, sign = false): string => formatQuantity(value, "%", { decimals, sign });
  const hours = formatDuration(totals.hours * hourMs, say.language);
  const amount = (value: number): string => formatQuantity(value, excessUnit, { significant: 3 });
  const { kpi } = model;
  const { ranges } = result.reportingPeriod;
  const range = { from: ranges[0]!.from, to: ranges.at(-1)!.to };
  const toData = (tags: readonly string[]) => () => go("explore", { range, tags: [...new Set(tags)].slice(0, mostTags) });
  const to = (part: string) => () => document.getElementById(part)?.scrollIntoView({ behavior: "smooth", block: "start" });
  const kpiTags = used?.usedTags ?? [];
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
        <Tile name={say("efficiency.tile.measured")} onOpen={toData(kpiTags)} way={say("efficiency.tile.way.samples")}>
          <Quantity value={totals.measured} unit={unit} />
        </Tile>
        <Tile
          name={say("efficiency.tile.expected")}
          onOpen={toData([...kpiTags, ...model.inputs.map(({ tag }) => tag)])}
          way={say("efficiency.tile.way.inputs")}
        >
          <Quantity value={totals.expected} unit={unit} />
        </Tile>
        {frontier && Number.isFinite(frontier.totals.frontier) && (
          <Tile name={say("efficiency.tile.frontier")} onOpen={to(parts.frontier)} way={say("efficiency.tile.way.frontier")}>
            <Quantity value={frontier.totals.frontier} unit={unit} />
          </Tile>
        )}
        <Tile name={say("efficiency.tile.loss")} onOpen={to(parts.split)} way={say("efficiency.tile.way.split")}>
          <Quantity value={totals.lossPercent} unit="%" format={{ decimals, sign: true }} />
        </Tile>
        <Tile name={say("efficiency.tile.excess")} onOpen={to(parts.curves)} way={say("efficiency.tile.way.curves")}>
          <Quantity value={totals.excess} unit={excessUnit} format={{ significant: 3, sign: true }} />
        </Tile>
        <Tile name={say("efficiency.tile.value")} onOpen={to(parts.value)} way={say("efficiency.tile.way.value")}>
          {value ? (
            say("efficiency.tile.value.year", { money: `${formatNumber(value.onePercentPerYear, { significant: 3 })} ${value.currency}` })
          ) : (
            <span className={classes.soft}>{say("efficiency.tile.value.untyped")}</span>
          )}
        </Tile>
        <VerdictTile model={model} onOpen={() => go("proof")} />
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

/** What was tried and proven with this KPI, and with the meters of its asset. */
function VerdictTile({ model, onOpen }: { readonly model: EfficiencyModel; readonly onOpen: () => void }) {
  const say = useSay();
  const { data: measures = [] } = useAsk("proof", "measures", { assetId: model.assetId });
  const { data: trials = [] } = useAsk("trial", "list", { assetId: model.assetId });
  const verdicts = [
    ...measures.map((measure) => measure.results.at(-1)?.verdict),
    ...trials.map((trial) => trial.judgements.at(-1)?.result.verdict),
  ];
  const proven = verdicts.filter((verdict) => verdict === "proven").length;
  return (
    <Tile name={say("efficiency.tile.verdicts")} onOpen={onOpen} way={say("efficiency.tile.way.proof")}>
      {verdicts.length === 0 ? (
        <span className={classes.soft}>{say("efficiency.tile.verdicts.none")}</span>
      ) : (
        say("efficiency.tile.verdicts.of", { proven, count: verdicts.length })
      )}
    </Tile>
  );
}

interface TileProps {
  readonly name: string;
  readonly help?: string;
  readonly children: ReactNode;
  /** Leads to what the figure was made from, and what that is. */
  readonly onOpen?: () => void;
  readonly way?: string;
}

function Tile({ name, help, children, onOpen, way }: TileProps) {
  const inside = (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
  if (!onOpen)
    return (
      <div className={classes.tile} title={help}>
        {inside}
      </div>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a term and its figure stay a pair of a description list
    <div
      className={classes.tile}
      data-way
      role="button"
      tabIndex={0}
      title={way}
      aria-label={`${name}: ${way}`}
      onClick={onOpen}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onOpen();
      }}
    >
      {inside}
    </div>
  );
}
