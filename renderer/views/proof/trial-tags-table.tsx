import { ActionIcon, NumberInput, Select } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Tag } from "#shared/domain/asset.ts";
import type { TrialSetting, TrialWatch } from "#shared/domain/trial.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./proof.module.css";

interface NumberCellProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

function NumberField({ label, unit, value, onChange }: NumberCellProps) {
  return (
    <NumberInput
      size="xs"
      aria-label={label}
      hideControls
      suffix={unit === "" ? "" : ` ${printUnit(unit)}`}
      placeholder="–"
      value={value ?? ""}
      onChange={(next) => onChange(typeof next === "number" ? next : null)}
    />
  );
}

interface AddProps {
  readonly label: string;
  readonly tags: readonly Tag[];
  readonly taken: readonly string[];
  readonly onAdd: (tag: Tag) => void;
}

function AddTag({ label, tags, taken, onAdd }: AddProps) {
  return (
    <Select
      size="xs"
      mt={6}
      w={240}
      searchable
      aria-label={label}
      placeholder={label}
      value={null}
      data={tags
        .filter(({ name }) => !taken.includes(name))
        .map(({ name, unit }) => ({ value: name, label: unit ? `${name} (${printUnit(unit)})` : name }))}
      onChange={(name) => {
        const tag = tags.find((of) => of.name === name);
        if (tag) onAdd(tag);
      }}
    />
  );
}

interface Props<T> {
  readonly rows: readonly T[];
  readonly tags: readonly Tag[];
  readonly onChange: (rows: T[]) => void;
}

/** What is set in blocks that are off and on, and how fast it may change. */
export function SettingsTable({ rows, tags, onChange }: Props<TrialSetting>) {
  const say = useSay();
  const set = (at: number, part: Partial<TrialSetting>): void => onChange(rows.map((row, k) => (k === at ? { ...row, ...part } : row)));
  const columns = ["tag", "off-value", "on-value", "rate"] as const;
  return (
    <section aria-label={say("trial-view.settings")}>
      <h3 className={classes.small}>{say("trial-view.settings")}</h3>
      {rows.length === 0 ? (
        <p className={classes.help}>{say("trial-view.settings.none")}</p>
      ) : (
        <table className={classes.edit}>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column}>{say(`trial-view.col.${column}`)}</th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ tag, unit, from, to, ratePerHour }, at) => (
              <tr key={tag}>
                <td className={classes.name}>{tag}</td>
                <td>
                  <NumberField
                    label={`${tag}: ${say("trial-view.col.off-value")}`}
                    unit={unit}
                    value={from}
                    onChange={(x) => set(at, { from: x ?? 0 })}
                  />
                </td>
                <td>
                  <NumberField
                    label={`${tag}: ${say("trial-view.col.on-value")}`}
                    unit={unit}
                    value={to}
                    onChange={(x) => set(at, { to: x ?? 0 })}
                  />
                </td>
                <td>
                  <NumberField
                    label={`${tag}: ${say("trial-view.col.rate")}`}
                    unit={unit}
                    value={ratePerHour === null ? null : Number(ratePerHour.toPrecision(3))}
                    onChange={(x) => set(at, { ratePerHour: x !== null && x > 0 ? x : null })}
                  />
                </td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`${say("trial-view.take-away")}: ${tag}`}
                    onClick={() => onChange(rows.filter((_, k) => k !== at))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddTag
        label={say("trial-view.settings.add")}
        tags={tags}
        taken={rows.map(({ tag }) => tag)}
        onAdd={({ name, unit, mean }) => {
          const usual = Number((mean ?? 0).toPrecision(3));
          onChange([...rows, { tag: name, unit, from: usual, to: usual, ratePerHour: null }]);
        }}
      />
    </section>
  );
}

/** Tags that have to stay in bounds whatever is tried. */
export function WatchTable({ rows, tags, onChange }: Props<TrialWatch>) {
  const say = useSay();
  const set = (at: number, part: Partial<TrialWatch>): void => onChange(rows.map((row, k) => (k === at ? { ...row, ...part } : row)));
  return (
    <section aria-label={say("trial-view.watch")}>
      <h3 className={classes.small}>{say("trial-view.watch")}</h3>
      {rows.length > 0 && (
        <table className={classes.edit}>
          <thead>
            <tr>
              <th>{say("trial-view.col.tag")}</th>
              <th>{say("trial-view.col.low")}</th>
              <th>{say("trial-view.col.high")}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {rows.map(({ tag, unit, low, high }, at) => (
              <tr key={tag}>
                <td className={classes.name}>{tag}</td>
                <td>
                  <NumberField
                    label={`${tag}: ${say("trial-view.col.low")}`}
                    unit={unit}
                    value={low}
                    onChange={(x) => set(at, { low: x })}
                  />
                </td>
                <td>
                  <NumberField
                    label={`${tag}: ${say("trial-view.col.high")}`}
                    unit={unit}
                    value={high}
                    onChange={(x) => set(at, { high: x })}
                  />
                </td>
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`${say("trial-view.take-away")}: ${tag}`}
                    onClick={() => onChange(rows.filter((_, k) => k !== at))}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <AddTag
        label={say("trial-view.watch.add")}
        tags={tags}
        taken={rows.map(({ tag }) => tag)}
        onAdd={({ name, unit }) => onChange([...rows, { tag: name, unit, low: null, high: null }])}
      />
    </section>
  );
}
