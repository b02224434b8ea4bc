import { NumberInput, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ValueInput } from "#shared/domain/efficiency.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./proof.module.css";

interface Props {
  readonly value: ValueInput | null;
  /** Unit that is priced. */
  readonly unit: string;
  /** Null while no price is typed. */
  readonly onChange: (value: ValueInput | null) => void;
}

const hoursOfYear = 8760;

/** Price, hours and CO2 factor as a person types them; nothing is assumed but the hours of a year, which are shown. */
export function ValueFields({ value, unit, onChange }: Props) {
  const say = useSay();
  const [typed, setTyped] = useState({
    price: value?.pricePerUnit ?? ("" as number | string),
    currency: value?.currency ?? (say.language === "zh" ? "CNY" : "EUR"),
    hours: value?.hoursPerYear ?? (hoursOfYear as number | string),
    carrier: value?.co2?.carrier ?? "",
    factor: value?.co2?.kgPerUnit ?? ("" as number | string),
    source: value?.co2?.source ?? "",
  });
  const put = (part: Partial<typeof typed>): void => {
    const next = { ...typed, ...part };
    setTyped(next);
    const { price, currency, hours, carrier, factor, source } = next;
    const good = typeof price === "number" && currency.trim() !== "" && typeof hours === "number" && hours > 0 && hours <= 8784;
    const co2 =
      typeof factor === "number" && carrier.trim() !== "" && source.trim() !== ""
        ? { carrier: carrier.trim(), kgPerUnit: factor, source: source.trim() }
        : null;
    onChange(
      good
        ? { throughputPerYear: value?.throughputPerYear ?? null, pricePerUnit: price, currency: currency.trim(), hoursPerYear: hours, co2 }
        : null,
    );
  };
  const shown = printUnit(unit);
  return (
    <div className={classes.fields}>
      <NumberInput
        size="xs"
        hideControls
        min={0}
        label={say("proof-view.value.price", { unit: shown })}
        value={typed.price}
        onChange={(price) => put({ price })}
      />
      <TextInput
        size="xs"
        label={say("proof-view.value.currency")}
        value={typed.currency}
        onChange={(event) => put({ currency: event.currentTarget.value })}
      />
      <NumberInput
        size="xs"
        hideControls
        min={1}
        max={8784}
        label={say("proof-view.value.hours")}
        value={typed.hours}
        onChange={(hours) => put({ hours })}
      />
      <TextInput
        size="xs"
        label={say("proof-view.value.carrier")}
        value={typed.carrier}
        onChange={(event) => put({ carrier: event.currentTarget.value })}
      />
      <NumberInput
        size="xs"
        hideControls
        min={0}
        label={say("proof-view.value.co2", { unit: shown })}
        value={typed.factor}
        onChange={(factor) => put({ factor })}
      />
      <TextInput
        size="xs"
        label={say("proof-view.value.source")}
        value={typed.source}
        onChange={(event) => put({ source: event.currentTarget.value })}
      />
    </div>
  );
}
