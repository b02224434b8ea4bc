import { Autocomplete, Group, MultiSelect, NativeSelect, NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useState } from "react";
import type { ImportPreview, LogPlan } from "#shared/domain/importing.ts";
import { isSentence } from "#shared/language/index.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { parseTime } from "../../ui/parse-time.ts";
import { FormPart } from "./form-part.tsx";
import classes from "./import-view.module.css";
import { needsStart, withClockColumns, withClockSource } from "./plan-edits.ts";
import { rowTime } from "./row-time.ts";
import { timeInWords } from "./time-in-words.ts";
import { zones } from "./zones.ts";

const codes = [
  "iso",
  "epoch-s",
  "epoch-ms",
  "epoch-us",
  "epoch-ns",
  "excel-day",
  "elapsed-ms",
  "elapsed-s",
  "elapsed-min",
  "elapsed-h",
  "elapsed-d",
];
const patterns = [
  "YYYY-MM-DD HH:mm:ss",
  "YYYY/MM/DD HH:mm:ss",
  "DD.MM.YYYY HH:mm:ss",
  "DD/MM/YYYY HH:mm:ss",
  "MM/DD/YYYY HH:mm:ss",
  "M/D/YYYY h:mm:ss a",
  "DD.MM.YYYY HH:mm",
  "HH:mm:ss",
];
const defaultStart = Date.UTC(2000, 0, 1);

interface Props {
  readonly plan: LogPlan;
  readonly rows: ImportPreview["rows"];
  readonly onPlan: (plan: LogPlan) => void;
}

/** Where the time of a row comes from, and what the first times are in words. */
export function ClockForm({ plan, rows, onPlan }: Props) {
  const say = useSay();
  const { clock } = plan;
  return (
    <FormPart title={say("import-view.clock")}>
      <FirstTimes rows={rows} zone={plan.zone} />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={say("import-view.clock")}
        data={(["columns", "rate"] as const).map((value) => ({ value, label: say(`import-view.clock.${value}`) }))}
        value={clock.source}
        onChange={(source) => onPlan(withClockSource(plan, source, rows[0]?.time ?? defaultStart))}
      />
      {clock.source === "columns" ? (
        <>
          <MultiSelect
            size="xs"
            label={say("import-view.clock.which")}
            data={plan.columns.map((column, k) => ({ value: String(k), label: column.tag }))}
            value={clock.columns.filter((k) => k < plan.columns.length).map(String)}
            onChange={(chosen) => onPlan(withClockColumns(plan, chosen.map(Number)))}
            searchable
            maxDropdownHeight={220}
          />
          <Autocomplete
            size="xs"
            label={say("import-view.clock.format")}
            description={say("import-view.clock.format.hint")}
            inputWrapperOrder={["label", "input", "description"]}
            data={[...new Set([clock.format, ...codes, ...patterns])]}
            // Everything is offered: what stands in the field is the guess, not a search.
            filter={({ options }) => options}
            renderOption={({ option }) => <FormatOption format={option.value} />}
            value={clock.format}
            onChange={(format) => onPlan({ ...plan, clock: { ...clock, format } })}
            maxDropdownHeight={260}
          />
          {needsStart(clock.format) && (
            <StartInput value={clock.start ?? defaultStart} onStart={(start) => onPlan({ ...plan, clock: { ...clock, start } })} />
          )}
        </>
      ) : (
        <>
          <StartInput value={clock.start} onStart={(start) => onPlan({ ...plan, clock: { ...clock, start } })} />
          <StepInput stepMs={clock.stepMs} onStep={(stepMs) => onPlan({ ...plan, clock: { ...clock, stepMs } })} />
        </>
      )}
      <Select
        label={say("import-view.clock.zone")}
        data={zones(plan.zone)}
        value={plan.zone}
        onChange={(zone) => zone && onPlan({ ...plan, zone })}
        searchable
        limit={80}
      />
    </FormPart>
  );
}

function FormatOption({ format }: { readonly format: string }) {
  const say = useSay();
  const key = `import-view.format.${format}`;
  return (
    <span className={classes.option}>
      <span>{format}</span>
      {isSentence(key) && <span className={classes.soft}>{say(key)}</span>}
    </span>
  );
}

function StartInput({ value, onStart }: { readonly value: number; readonly onStart: (at: number) => void }) {
  const say = useSay();
  const [typed, setTyped] = useState<string | null>(null);
  const isBad = typed !== null && parseTime(typed) === null;
  return (
    <TextInput
      label={say("import-view.clock.start")}
      value={typed ?? formatTime(value, { precision: value % 1000 === 0 ? "second" : "millisecond" })}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const at = parseTime(text);
        if (at !== null) onStart(at);
      }}
      onBlur={() => !isBad && setTyped(null)}
      {...(isBad ? { error: say("import-view.clock.start.bad") } : {})}
    />
  );
}

/** Milliseconds in a unit; a rate in Hz goes the other way round. */
const stepUnits = { h: 3_600_000, min: 60_000, s: 1000, ms: 1 } as const;
type StepUnit = keyof typeof stepUnits | "Hz";
const names = [...(Object.keys(stepUnits) as (keyof typeof stepUnits)[]), "Hz"] as const;
const inUnit = (stepMs: number, unit: StepUnit): number =>
  unit === "Hz" ? Number((1000 / stepMs).toPrecision(12)) : stepMs / stepUnits[unit];
const fromUnit = (value: number, unit: StepUnit): number => (unit === "Hz" ? 1000 / value : value * stepUnits[unit]);
/** The unit a step is a whole number of; fast ones are rates. */
const unitOf = (stepMs: number): StepUnit =>
  stepMs < 1 ? "Hz" : (names.find((name) => name !== "Hz" && stepMs % stepUnits[name] === 0) ?? "ms");

function StepInput({ stepMs, onStep }: { readonly stepMs: number; readonly onStep: (stepMs: number) => void }) {
  const say = useSay();
  const [unit, setUnit] = useState<StepUnit>(() => unitOf(stepMs));
  return (
    <Group align="end" gap={4} wrap="nowrap">
      <NumberInput
        flex={1}
        label={say("import-view.clock.step")}
        min={0}
        value={inUnit(stepMs, unit)}
        onChange={(value) => typeof value === "number" && value > 0 && onStep(fromUnit(value, unit))}
      />
      <NativeSelect
        w={74}
        aria-label={say("import-view.clock.step")}
        data={names.map((name) => ({ value: name, label: say(`import-view.clock.step.${name}`) }))}
        value={unit}
        onChange={(event) => {
          const next = event.currentTarget.value as StepUnit;
          // The number typed stays and its unit was wrong; a rate in Hz is the same step said otherwise.
          if (unit !== "Hz" && next !== "Hz") onStep(fromUnit(inUnit(stepMs, unit), next));
          setUnit(next);
        }}
      />
    </Group>
  );
}

/** A date can be read in two ways and look right in figures; in words it cannot. */
function FirstTimes({ rows, zone }: { readonly rows: ImportPreview["rows"]; readonly zone: string }) {
  const say = useSay();
  const known = rows.filter((row) => row.time !== null).slice(0, 2);
  if (known.length === 0) return <span className={classes.warn}>{say("import-view.clock.unread")}</span>;
  return (
    <dl className={classes.times}>
      {known.map((row, k) => (
        <div key={row.line}>
          <dt>{say(k === 0 ? "import-view.clock.first" : "import-view.clock.second")}</dt>
          <dd data-testid={k === 0 ? "first-time" : undefined}>
            {timeInWords(row.time!, zone, say.language)}
            {row.time! % 1 !== 0 && <span className={classes.soft}> {rowTime(row.time)}</span>}
            {zone !== "UTC" && <span className={classes.soft}> {formatTime(row.time, { precision: "second", withZone: true })}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
