import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconInfoCircle } from "@tabler/icons-react";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { TagQuality } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./quality.module.css";
import type { Sorting, SortKey } from "./sort-tags.ts";
import { TagShape } from "./tag-shape.tsx";

interface Props {
  readonly tags: readonly TagQuality[];
  readonly extent: TimeRange;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
  readonly chosen: string | null;
  readonly onChoose: (tag: string) => void;
  readonly onOpen: (tag: TagQuality) => void;
}

const numbers = ["coverage", "missing", "gaps", "interval", "flat", "spikes", "drift"] as const;
const page = 10; // rows PageUp and PageDown go

/** The tags of a log in rows, made for the keyboard. */
export function QualityTable({ tags, extent, sorting, onSort, chosen, onChoose, onOpen }: Props) {
  const say = useSay();
  const row = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row to bring into sight is another one when the choice is
  useEffect(() => row.current?.scrollIntoView({ block: "nearest" }), [chosen]);
  const at = tags.findIndex(({ tag }) => tag === chosen);
  const keys = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -tags.length,
      End: tags.length,
    };
    const step = steps[event.key];
    if (step !== undefined) onChoose(tags[Math.max(0, Math.min(tags.length - 1, at + step))]!.tag);
    else if (event.key === "Enter" && tags[at]) onOpen(tags[at]);
    else return;
    event.preventDefault();
  };
  const head = (key: SortKey, number: boolean) => {
    const active = sorting.by === key;
    const Arrow = sorting.descending ? IconArrowDown : IconArrowUp;
    return (
      <th
        key={key}
        className={number ? classes.number : ""}
        data-column={key}
        aria-sort={active ? (sorting.descending ? "descending" : "ascending") : "none"}
      >
        <button
          type="button"
          className={classes.sort}
          onClick={() => onSort({ by: key, descending: active ? !sorting.descending : key !== "tag" && key !== "coverage" })}
        >
          {say(`quality-view.col.${key}`)}
          {active && <Arrow size={12} aria-hidden />}
        </button>
      </th>
    );
  };
  return (
    <table className={classes.table} aria-label={say("quality-view.tags")}>
      <thead>
        <tr>
          {head("tag", false)}
          <th>{say("quality-view.col.shape")}</th>
          {head("remarks", false)}
          {numbers.map((key) => head(key, true))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the rows are walked with the arrows */}
      <tbody tabIndex={0} onKeyDown={keys}>
        {tags.map((tag) => (
          <tr
            key={tag.tag}
            ref={tag.tag === chosen ? row : null}
            data-tag={tag.tag}
            aria-selected={tag.tag === chosen}
            onClick={() => onChoose(tag.tag)}
            onDoubleClick={() => onOpen(tag)}
          >
            <td className={classes.name} title={tag.tag}>
              {tag.tag} <span className={classes.soft}>{printUnit(tag.unit)}</span>
            </td>
            <td className={classes.shapeCell}>
              <TagShape tag={tag} extent={extent} />
            </td>
            <td>
              <Remarks tag={tag} />
            </td>
            <td className={classes.number}>{formatNumber(100 * tag.coverage, { decimals: tag.coverage > 0.9995 ? 0 : 1 })} %</td>
            <td className={classes.number}>{formatNumber(tag.rows - tag.valid, { decimals: 0 })}</td>
            <td className={classes.number}>{formatNumber(tag.gaps.count, { decimals: 0 })}</td>
            <td className={classes.number}>
              {formatDuration(tag.intervalMs, say.language)}
              {tag.rates.length > 1 && " *"}
            </td>
            <td className={classes.number}>{tag.flat ? formatDuration(tag.flat.to - tag.flat.from, say.language) : ""}</td>
            <td className={classes.number}>{tag.spikes.count > 0 ? formatNumber(tag.spikes.count, { decimals: 0 }) : ""}</td>
            <td className={classes.number}>{tag.drift ? `${formatNumber(100 * tag.drift.share, { decimals: 0, sign: true })} %` : ""}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Remarks({ tag }: { readonly tag: TagQuality }) {
  const say = useSay();
  const [first, ...more] = [...tag.findings].sort((a, b) => Number(b.severity === "warning") - Number(a.severity === "warning"));
  if (!first) return <span className={classes.fine}>{say("quality-view.fine")}</span>;
  const Icon = first.severity === "note" ? IconInfoCircle : IconAlertTriangle;
  return (
    <span className={classes.remark} data-severity={first.severity} title={tag.findings.map((finding) => say.coded(finding)).join("\n")}>
      <Icon size={14} aria-label={say(`ui.severity.${first.severity}`)} />
      {say(`quality-view.short.${first.code.replace("quality.tag.", "")}` as Parameters<typeof say>[0])}
      {more.length > 0 && ` +${more.length}`}
    </span>
  );
}
