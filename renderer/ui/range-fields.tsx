import { ActionIcon, Button, Group, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../app/language.tsx";
import { mergeRanges } from "./merge-ranges.ts";
import { parseTime } from "./parse-time.ts";
import classes from "./range-fields.module.css";

interface Props {
  /** What the stretches are, for a screen reader: "Reference period". */
  readonly what: string;
  readonly ranges: readonly TimeRange[];
  readonly onChange: (ranges: TimeRange[]) => void;
  /** The time there is; a stretch that is added starts out as all of it. */
  readonly extent: TimeRange;
  /** One stretch only: none can be added or removed. */
  readonly single?: boolean;
}

/** Stretches of time as typed times. They never overlap: those that touch become one. */
export function RangeFields({ what, ranges, onChange, extent, single = false }: Props) {
  const say = useSay();
  const replace = (at: number, range: TimeRange): void => onChange(mergeRanges(ranges.map((old, k) => (k === at ? range : old))));
  return (
    <div>
      {ranges.length === 0 && <p className={classes.none}>{say("periods.none")}</p>}
      <ul className={classes.list}>
        {ranges.map((range, at) => (
          <RangeRow
            key={at}
            what={what}
            index={at + 1}
            range={range}
            onChange={(next) => replace(at, next)}
            {...(single ? {} : { onRemove: () => onChange(ranges.filter((_, k) => k !== at)) })}
          />
        ))}
      </ul>
      {!single && (
        <Group gap={4} mt={4}>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} />}
            onClick={() => onChange(mergeRanges([...ranges, roomIn(ranges, extent)]))}
          >
            {say("periods.add")}
          </Button>
          {ranges.length > 0 && (
            <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onChange([])}>
              {say("periods.clear")}
            </Button>
          )}
        </Group>
      )}
    </div>
  );
}

/** The longest time that is still free; all of it when none is. */
function roomIn(ranges: readonly TimeRange[], extent: TimeRange): TimeRange {
  const edges = [extent.from, ...ranges.flatMap(({ from, to }) => [from, to]), extent.to];
  let best = extent;
  let length = -1;
  for (let k = 0; k + 1 < edges.length; k += 2) {
    const free = { from: edges[k]!, to: edges[k + 1]! };
    if (free.to - free.from <= length) continue;
    best = free;
    length = free.to - free.from;
  }
  // A free stretch that touched its neighbours would melt into them.
  const air = ranges.length > 0 ? length * 0.1 : 0;
  return length > 0 ? { from: best.from + air, to: best.to - air } : extent;
}

interface RowProps {
  readonly what: string;
  readonly index: number;
  readonly range: TimeRange;
  readonly onChange: (range: TimeRange) => void;
  readonly onRemove?: () => void;
}

const written = (at: number): string => formatTime(at, { precision: at % 60_000 < 1000 ? "minute" : "second" });

function RangeRow({ what, index, range, onChange, onRemove }: RowProps) {
  const say = useSay();
  // Null: not being typed into. A row stays the same element when its times change, so that the focus stays where it is.
  const [typedFrom, setFrom] = useState<string | null>(null);
  const [typedTo, setTo] = useState<string | null>(null);
  const from = typedFrom ?? written(range.from);
  const to = typedTo ?? written(range.to);
  // What was not touched keeps its milliseconds.
  const fromAt = from === written(range.from) ? range.from : parseTime(from);
  const toAt = to === written(range.to) ? range.to : parseTime(to);
  const backwards = fromAt !== null && toAt !== null && toAt <= fromAt;
  const commit = (): void => {
    if (fromAt === null || toAt === null || backwards) return;
    setFrom(null);
    setTo(null);
    if (fromAt !== range.from || toAt !== range.to) onChange({ from: fromAt, to: toAt });
  };
  const unreadable = say("periods.unreadable", { example: written(range.from) });
  const field = {
    className: classes.time ?? "",
    onBlur: commit,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Enter") return;
      event.preventDefault(); // a form around it is not meant
      commit();
    },
  };
  return (
    <li className={classes.row}>
      <TextInput
        {...field}
        aria-label={say("periods.from.of", { what, index })}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
        error={fromAt === null && unreadable}
      />
      <span className={classes.word}>{say("periods.to")}</span>
      <TextInput
        {...field}
        aria-label={say("periods.to.of", { what, index })}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
        error={toAt === null ? unreadable : backwards && say("periods.backwards")}
      />
      <span className={classes.length}>
        {fromAt !== null && toAt !== null && !backwards ? formatDuration(toAt - fromAt, say.language) : ""}
      </span>
      {onRemove && (
        <ActionIcon aria-label={say("periods.remove")} title={say("periods.remove")} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      )}
    </li>
  );
}
