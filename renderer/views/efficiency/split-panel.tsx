import { Button, Loader, SegmentedControl, Select, Table } from "@mantine/core";
import { useState } from "react";
import type { CrewCalendar } from "#shared/domain/crew-calendar.ts";
import type { EfficiencyModel, EfficiencyResult, ValueInput } from "#shared/domain/efficiency.ts";
import type { Frontier, LossSplit, SplitGroup } from "#shared/domain/efficiency-potential.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { type Say, useSay } from "../../app/language.tsx";
import { type Bar, BarChart } from "../../charts/bar-chart.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { NumberCell } from "../../ui/number-cell.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { co2Of } from "./co2-of.ts";
import { CrewForm } from "./crew-form.tsx";
import classes from "./efficiency.module.css";
import { moneyOf } from "./money-of.ts";
import { useSplitGroups } from "./use-split-groups.ts";

interface Props {
  readonly model: EfficiencyModel;
  readonly result: EfficiencyResult;
  readonly split: LossSplit | null;
  /** The best shown; null where there is none. */
  readonly frontier: Frontier | null;
  /** What was typed for money; null before. */
  readonly price: ValueInput | null;
}

const kinds = ["period", "shift", "crew", "product", "regime", "load", "day"] as const satisfies readonly SplitGroup["kind"][];
const shiftHours = 8;

/** Why the KPI differs from the baseline period: a waterfall of what each relevant variable accounts for and what is left. */
export function SplitPanel({ model, result, split, frontier, price }: Props) {
  const say = useSay();
  const [kind, setKind] = useState<SplitGroup["kind"]>("period");
  const [chosen, setChosen] = useState<number | null>(null);
  const [productTag, setProductTag] = useState<string | null>(null);
  const [typing, setTyping] = useState(false);
  const tags = useAsk("project", "tags", { assetId: model.assetId }, { enabled: kind === "product" });
  const rota = useAsk("efficiency", "crews", { assetId: model.assetId }, { enabled: kind === "crew" });
  const { groups, isPending, error } = useSplitGroups(model.id, split, kind, productTag);
  if (!split)
    return (
      <Panel title={say("efficiency.split.title")}>
        <p className={classes.help}>{say("efficiency.split.none")}</p>
      </Panel>
    );
  const shown = groups.find(({ key }) => key === chosen) ?? groups[0];
  const kpi = (value: number): string => formatQuantity(value, result.unit, { significant: 4 });
  const unitOf = (tag: string): string => model.inputs.find((input) => input.tag === tag)?.unit ?? "";
  const name = (group: SplitGroup): string =>
    groupName(say, group, kind === "product" ? (productTag ?? "") : split.bandTag, unitOf(split.bandTag));
  const lossWords = (amount: number): string =>
    say(amount > 0 ? "efficiency.split.loss-is" : "efficiency.split.gain-is", {
      amount: [
        formatQuantity(Math.abs(amount), result.excessUnit, { significant: 3 }),
        moneyOf(Math.abs(amount), price),
        co2Of(Math.abs(amount), price),
      ]
        .filter((part) => part !== undefined)
        .join(" · "),
    });
  return (
    <Panel
      title={say("efficiency.split.title")}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={say("efficiency.split.by")}
          value={kind}
          onChange={(value) => {
            setKind(value as SplitGroup["kind"]);
            setChosen(null);
          }}
          data={kinds.map((value) => ({ value, label: say(`efficiency.split.${value}`) }))}
        />
      }
    >
      {kind === "product" && (
        <Select
          size="xs"
          mb={8}
          maw={320}
          searchable
          label={say("efficiency.split.product-tag")}
          data={(tags.data ?? []).filter((tag) => tag.valid > 0).map((tag) => tag.name)}
          value={productTag}
          onChange={(tag) => {
            setProductTag(tag);
            setChosen(null);
          }}
        />
      )}
      {kind === "crew" && rota.isSuccess && (typing || !rota.data) && (
        <CrewForm
          assetId={model.assetId}
          calendar={rota.data}
          anchor={result.reportingPeriod.ranges[0]?.from ?? 0}
          onKept={() => setTyping(false)}
        />
      )}
      {kind === "crew" && rota.data && !typing && (
        <Button size="compact-xs" variant="default" mb={6} onClick={() => setTyping(true)}>
          {say("efficiency.crews.change")}
        </Button>
      )}
      <ProblemNotice problem={error} />
      {isPending && <Loader size="sm" aria-label={say("ui.loading")} />}
      {!shown && !isPending && !error && !(kind === "crew" && typing) && (
        <p className={classes.help}>{nothingBecause(say, kind, productTag, rota.data ?? null)}</p>
      )}
      {kind !== "period" && shown && (
        <div className={classes.groups}>
          <Table aria-label={say("efficiency.split.by")} stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{say(`efficiency.split.${kind}`)}</Table.Th>
                <Table.Th ta="right">{say("efficiency.split.column-measured")}</Table.Th>
                <Table.Th ta="right">{say("efficiency.split.column-causes")}</Table.Th>
                <Table.Th ta="right">{say("efficiency.split.column-rest")}</Table.Th>
                <Table.Th ta="right">{say("efficiency.split.column-amount")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {groups.map((group) => (
                <Table.Tr
                  key={group.key}
                  className={classes.group ?? ""}
                  aria-selected={group === shown}
                  onClick={() => setChosen(group.key)}
                >
                  <Table.Td>
                    <button type="button" className={classes.plainButton} onClick={() => setChosen(group.key)}>
                      {name(group)}
                    </button>
                  </Table.Td>
                  <NumberCell value={group.measured} format={{ significant: 4 }} />
                  <NumberCell value={(100 * (group.expected - group.start)) / group.start} unit="%" format={{ decimals: 1, sign: true }} />
                  <NumberCell value={lossPercent(model, group)} unit="%" format={{ decimals: 1, sign: true }} />
                  <NumberCell value={lossAmount(model, split, group)} unit={result.excessUnit} format={{ significant: 3, sign: true }} />
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {kind !== "period" && shown && <h3 className={classes.small}>{name(shown)}</h3>}
      {kind === "day" && frontier && shown && <p className={classes.words}>{bestOfDay(say, frontier, shown.key, kpi)}</p>}
      {shown && (
        <>
          <div className={classes.waterfall}>
            <BarChart
              label={say("efficiency.split.title")}
              unit={result.unit}
              bars={waterfall(say, model, split, shown, (value) => {
                const amount = value * shown.throughput * split.scale;
                const parts = [
                  formatQuantity(value, result.unit, { decimals: decimalsBeside(shown.start), sign: true }),
                  formatQuantity((100 * value) / shown.start, "%", { decimals: 1, sign: true }),
                  moneyOf(amount, price, true) ?? formatQuantity(amount, result.excessUnit, { significant: 3, sign: true }),
                ];
                return parts.join(" · ");
              })}
            />
          </div>
          <p className={classes.words} data-testid="split-loss">
            {lossWords(lossAmount(model, split, shown))}
          </p>
          <p className={classes.help}>{say("efficiency.split.help", { start: kpi(shown.start), measured: kpi(shown.measured) })}</p>
        </>
      )}
    </Panel>
  );
}

/** What like hours have shown for that day, and on which days. */
function bestOfDay(say: Say, { daily }: Frontier, day: number, kpi: (value: number) => string): string {
  const at = daily.time.indexOf(day);
  const proof = daily.proof[at] ?? [];
  if (proof.length === 0) return "";
  return say("efficiency.split.best-of-day", {
    best: kpi(daily.frontier[at]!),
    days: proof.map(({ time }) => formatTime(time, { precision: "day" })).join(", "),
  });
}

/** As many decimals as show a ten-thousandth of the whole: parts of one sum are written alike. */
function decimalsBeside(whole: number): number {
  const places = whole === 0 ? 0 : Math.floor(Math.log10(Math.abs(whole)));
  return Math.min(8, Math.max(0, 4 - places));
}

const signOf = (model: EfficiencyModel): number => (model.kpi.better === "lower" ? 1 : -1);
const lossPercent = (model: EfficiencyModel, { rest, expected }: SplitGroup): number => (100 * signOf(model) * rest) / expected;
const lossAmount = (model: EfficiencyModel, { scale }: LossSplit, { rest, throughput }: SplitGroup): number =>
  signOf(model) * rest * throughput * scale;

/** Every bar begins where the one before ended; the last is the sum. */
function waterfall(say: Say, model: EfficiencyModel, split: LossSplit, group: SplitGroup, text: (value: number) => string): Bar[] {
  let from = 0;
  const parts = split.inputs
    .map((tag, j) => ({ tag, value: group.parts[j]! }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .map(({ tag, value }): Bar => {
      const bar: Bar = { id: tag, label: tag, title: tag, value, from, text: text(value) };
      from += value;
      return bar;
    });
  const loss = signOf(model) * group.rest > 0;
  const rest: Bar = {
    id: "(rest)",
    label: say(loss ? "efficiency.split.rest" : "efficiency.split.rest-gain"),
    value: group.rest,
    from,
    tone: loss ? "bad" : "good",
    text: text(group.rest),
  };
  const whole = group.measured - group.start;
  return [...parts, rest, { id: "(total)", label: say("efficiency.split.total"), value: whole, tone: "soft", text: text(whole) }];
}

/** Why there are no groups of that kind, and the way to some. */
function nothingBecause(say: Say, kind: SplitGroup["kind"], productTag: string | null, rota: CrewCalendar | null): string {
  if (kind === "product" && productTag === null) return say("efficiency.split.product-pick");
  if (kind === "regime") return say("efficiency.split.no-regimes");
  return say(kind === "crew" && !rota ? "efficiency.split.no-crews" : "efficiency.split.none-of");
}

function groupName(say: Say, { kind, key, low, high, label }: SplitGroup, tag: string, unit: string): string {
  if (label) return label;
  if (kind === "product") return say("efficiency.split.product-name", { tag, value: formatNumber(key, { significant: 6 }) });
  if (kind === "day") return formatTime(key, { precision: "day" });
  if (kind === "shift") return say("efficiency.split.shift-name", { from: key, to: (key + shiftHours) % 24 });
  if (kind !== "load") return say("efficiency.split.period");
  const limit = (value: number): string => formatQuantity(value, unit, { significant: 3 });
  if (Number.isNaN(low)) return say("efficiency.split.load-below", { tag, high: limit(high) });
  if (Number.isNaN(high)) return say("efficiency.split.load-above", { tag, low: limit(low) });
  return say("efficiency.split.load-between", { tag, low: formatNumber(low, { significant: 3 }), high: limit(high) });
}
