import { ActionIcon, Button, NumberInput, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { Exclusion, NonRoutineAdjustment } from "#shared/domain/proof.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { RangeFields } from "../../ui/range-fields.tsx";
import classes from "./proof.module.css";

interface RowProps {
  readonly what: string;
  readonly range: TimeRange;
  readonly reason: string;
  readonly extent: TimeRange;
  readonly onRange: (range: TimeRange) => void;
  readonly onReason: (reason: string) => void;
  readonly onRemove: () => void;
  readonly children?: React.ReactNode;
}

function NoteRow({ what, range, reason, extent, onRange, onReason, onRemove, children }: RowProps) {
  const say = useSay();
  return (
    <li className={classes.note}>
      <RangeFields what={what} ranges={[range]} onChange={([next]) => next && onRange(next)} extent={extent} single />
      {children}
      <TextInput
        className={classes.reason ?? ""}
        size="xs"
        aria-label={`${what}: ${say("proof-view.reason")}`}
        placeholder={say("proof-view.reason")}
        value={reason}
        onChange={(event) => onReason(event.currentTarget.value)}
        error={reason.trim() === "" && say("proof-view.missing.reason")}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={`${say("proof-view.take-away")}: ${what}`} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </li>
  );
}

interface ListProps<T> {
  readonly notes: readonly T[];
  readonly onChange: (notes: T[]) => void;
  readonly extent: TimeRange;
}

/** Dated pieces that are left out, each with its reason. */
export function ExclusionList({ notes, onChange, extent }: ListProps<Exclusion>) {
  const say = useSay();
  const set = (at: number, part: Partial<Exclusion>): void => onChange(notes.map((note, k) => (k === at ? { ...note, ...part } : note)));
  return (
    <section aria-label={say("proof-view.exclusions")}>
      <h3 className={classes.small}>{say("proof-view.exclusions")}</h3>
      <ul className={classes.notes}>
        {notes.map(({ range, reason }, at) => (
          <NoteRow
            key={at}
            what={`${say("proof-view.exclusions")} ${at + 1}`}
            {...{ range, reason, extent }}
            onRange={(next) => set(at, { range: next })}
            onReason={(text) => set(at, { reason: text })}
            onRemove={() => onChange(notes.filter((_, k) => k !== at))}
          />
        ))}
      </ul>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        onClick={() => onChange([...notes, { range: firstDay(extent), reason: "" }])}
      >
        {say("proof-view.exclusions.add")}
      </Button>
    </section>
  );
}

/** Dated changes of the plant that are no saving, each with its amount, its error and its reason. */
export function AdjustmentList({ notes, onChange, extent, unit }: ListProps<NonRoutineAdjustment> & { readonly unit: string }) {
  const say = useSay();
  const set = (at: number, part: Partial<NonRoutineAdjustment>): void =>
    onChange(notes.map((note, k) => (k === at ? { ...note, ...part } : note)));
  return (
    <section aria-label={say("proof-view.adjustments")}>
      <h3 className={classes.small}>{say("proof-view.adjustments")}</h3>
      <ul className={classes.notes}>
        {notes.map(({ range, reason, amount, standardError }, at) => {
          const what = `${say("proof-view.adjustments")} ${at + 1}`;
          return (
            <NoteRow
              key={at}
              {...{ what, range, reason, extent }}
              onRange={(next) => set(at, { range: next })}
              onReason={(text) => set(at, { reason: text })}
              onRemove={() => onChange(notes.filter((_, k) => k !== at))}
            >
              <NumberInput
                size="xs"
                className={classes.amount ?? ""}
                aria-label={`${what}: ${say("proof-view.adjust.amount")}`}
                suffix={` ${printUnit(unit)}`}
                value={amount}
                onChange={(value) => set(at, { amount: Number(value) || 0 })}
              />
              <NumberInput
                size="xs"
                className={classes.amount ?? ""}
                aria-label={`${what}: ${say("proof-view.adjust.error")}`}
                prefix="± "
                suffix={` ${printUnit(unit)}`}
                min={0}
                value={standardError}
                onChange={(value) => set(at, { standardError: Math.max(0, Number(value) || 0) })}
              />
            </NoteRow>
          );
        })}
      </ul>
      <Button
        size="compact-xs"
        variant="subtle"
        leftSection={<IconPlus size={13} />}
        onClick={() => onChange([...notes, { range: extent, amount: 0, standardError: 0, reason: "" }])}
      >
        {say("proof-view.adjustments.add")}
      </Button>
    </section>
  );
}

const day = 86_400_000;

const firstDay = ({ from, to }: TimeRange): TimeRange => ({ from, to: Math.min(to, from + day) });
