import { Button, NumberInput, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import type { EfficiencyModel, EfficiencyResult, ValueInput, ValueOfOnePercent } from "#shared/domain/efficiency.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./efficiency.module.css";
import { SectorTable } from "./sector-table.tsx";

const hoursOfYear = 8760;

interface Props {
  readonly model: EfficiencyModel;
  readonly result: EfficiencyResult;
}

/** What one percent is worth and what the loss found costs, from what the engineer types. */
export function ValuePanel({ model, result }: Props) {
  const say = useSay();
  const typed = useAsk("efficiency", "valueInput", { modelId: model.id });
  return (
    <Panel title={say("efficiency.value.title")}>
      <p className={classes.help}>{say("efficiency.value.help")}</p>
      <ProblemNotice problem={typed.error} />
      {typed.isSuccess && <ValueForm model={model} result={result} typed={typed.data} />}
    </Panel>
  );
}

function ValueForm({ model, result, typed }: Props & { readonly typed: ValueInput | null }) {
  const say = useSay();
  const [throughput, setThroughput] = useState<number | string>(typed?.throughputPerYear ?? "");
  const [price, setPrice] = useState<number | string>(typed?.pricePerUnit ?? "");
  const [currency, setCurrency] = useState(typed?.currency ?? (say.language === "zh" ? "CNY" : "EUR"));
  const [hours, setHours] = useState<number | string>(typed?.hoursPerYear ?? hoursOfYear);
  const [carrier, setCarrier] = useState(typed?.co2?.carrier ?? "");
  const [kgPerUnit, setFactor] = useState<number | string>(typed?.co2?.kgPerUnit ?? "");
  const [source, setSource] = useState(typed?.co2?.source ?? "");
  const tell = useTell("efficiency", "value", { changes: ["efficiency"] });
  // What was typed in an earlier sitting is shown at once.
  const kept = useAsk("efficiency", "value", { modelId: model.id, input: typed! }, { enabled: typed !== null });
  const value = tell.data ?? kept.data;
  const good = typeof price === "number" && currency.trim() !== "" && typeof hours === "number" && hours > 0 && hours <= 8784;
  // A factor counts only with its carrier and where it is from.
  const wantsCo2 = kgPerUnit !== "" || carrier.trim() !== "" || source.trim() !== "";
  const co2 =
    typeof kgPerUnit === "number" && carrier.trim() !== "" && source.trim() !== ""
      ? { carrier: carrier.trim(), kgPerUnit, source: source.trim() }
      : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!good || (wantsCo2 && !co2)) return;
    const input: ValueInput = {
      throughputPerYear: typeof throughput === "number" ? throughput : null,
      pricePerUnit: price,
      currency: currency.trim(),
      hoursPerYear: hours,
      co2,
    };
    tell.mutate({ modelId: model.id, input });
  };
  const { totals, excessUnit } = result;
  const perThroughput = totals.throughputUnit !== "h";
  return (
    <>
      <form className={classes.valueForm} onSubmit={submit}>
        {perThroughput && (
          <NumberInput
            label={say("efficiency.value.throughput")}
            title={say("efficiency.value.throughput.help")}
            placeholder={say("efficiency.value.throughput.measured")}
            min={0}
            thousandSeparator=","
            hideControls
            value={throughput}
            onChange={setThroughput}
            rightSection={<span className={classes.unitInField}>{printUnit(totals.throughputUnit)}</span>}
            rightSectionWidth={52}
          />
        )}
        <NumberInput
          label={say("efficiency.value.price", { unit: printUnit(excessUnit) })}
          min={0}
          hideControls
          value={price}
          onChange={setPrice}
        />
        <TextInput label={say("efficiency.value.currency")} value={currency} onChange={(event) => setCurrency(event.currentTarget.value)} />
        <NumberInput
          label={say("efficiency.value.hours")}
          min={1}
          max={8784}
          hideControls
          value={hours}
          onChange={setHours}
          error={(typeof hours !== "number" || hours <= 0 || hours > 8784) && say("efficiency.value.hours-wrong")}
        />
        <TextInput
          label={say("efficiency.value.carrier")}
          placeholder={say("efficiency.value.carrier.example")}
          value={carrier}
          onChange={(event) => setCarrier(event.currentTarget.value)}
        />
        <NumberInput
          label={say("efficiency.value.co2", { unit: printUnit(excessUnit) })}
          min={0}
          hideControls
          value={kgPerUnit}
          onChange={setFactor}
        />
        <TextInput
          label={say("efficiency.value.co2-source")}
          placeholder={say("efficiency.value.co2-source.example")}
          value={source}
          onChange={(event) => setSource(event.currentTarget.value)}
          error={wantsCo2 && !co2 && say("efficiency.value.co2-whole")}
        />
        <Button type="submit" variant={value ? "light" : "filled"} disabled={!good || (wantsCo2 && !co2)} loading={tell.isPending}>
          {say("efficiency.value.compute")}
        </Button>
      </form>
      <ProblemNotice problem={tell.error ?? kept.error} />
      {value ? <Value value={value} /> : <p className={classes.help}>{say("efficiency.value.missing")}</p>}
      <SectorTable />
    </>
  );
}

function Value({ value }: { readonly value: ValueOfOnePercent }) {
  const say = useSay();
  // A price and a rate of the engineer's carry no more than three digits.
  const about = (of: number): number => Number(of.toPrecision(3));
  const money = (amount: number): string => `${formatNumber(about(amount), { significant: 3 })} ${value.currency}`;
  const amount = (of: number): string => formatQuantity(about(of), value.unit, { significant: 3 });
  const { low, high } = value.lossPerYearInterval;
  const gain = value.lossPerYear < 0;
  const kg = (of: number): string => formatQuantity(about(of), "kg", { significant: 3 });
  return (
    <div className={classes.value} data-testid="value">
      <div className={classes.valueCard}>
        <span className={classes.soft}>{say("efficiency.value.one-percent")}</span>
        <strong>{say("efficiency.value.per-year", { money: money(value.onePercentPerYear) })}</strong>
        <span className={classes.soft}>
          {say("efficiency.value.one-percent.why", {
            amount: amount(value.onePercentAmount),
            total: amount(value.kpiPerYear),
            throughput: formatQuantity(about(value.throughputPerYear), value.throughputUnit, { significant: 3 }),
          })}
        </span>
      </div>
      <div className={classes.valueCard} data-tone={gain ? "good" : "bad"}>
        <span className={classes.soft}>{say(gain ? "efficiency.value.gain" : "efficiency.value.loss")}</span>
        <strong>{say("efficiency.value.per-year", { money: money(Math.abs(value.lossPerYear)) })}</strong>
        <span className={classes.soft}>
          {say("efficiency.value.loss.why", {
            amount: amount(Math.abs(value.lossAmountPerYear)),
            low: money(gain ? -high : low),
            high: money(gain ? -low : high),
          })}
        </span>
      </div>
      {value.co2 && (
        <div className={classes.valueCard} data-testid="co2">
          <span className={classes.soft}>{say("efficiency.value.co2-card")}</span>
          <strong>{say("efficiency.value.co2-per-year", { one: kg(value.co2.onePercentKg), loss: kg(value.co2.lossKg) })}</strong>
          <span className={classes.soft}>
            {say("efficiency.value.co2-why", {
              carrier: value.co2.carrier,
              factor: formatQuantity(value.co2.kgPerUnit, `kg/${value.unit}`, { significant: 3 }),
              source: value.co2.source,
              low: kg(value.co2.lossInterval.low),
              high: kg(value.co2.lossInterval.high),
            })}
          </span>
        </div>
      )}
    </div>
  );
}
