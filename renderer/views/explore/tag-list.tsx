import { ActionIcon, Button, TextInput } from "@mantine/core";
import { IconMathFunction, IconSearch } from "@tabler/icons-react";
import { memo, useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import type { Envelope } from "#shared/domain/envelope.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { seriesColor } from "../../charts/palette.ts";
import { mostTags } from "./explore-tags.tsx";
import classes from "./explore-view.module.css";
import { seenRange } from "./seen-range.ts";

interface Props {
  readonly tags: readonly Tag[];
  readonly chosen: readonly string[];
  readonly envelope: Envelope | undefined;
  readonly onToggle: (name: string) => void;
  readonly onClear: () => void;
  /** Opens a derived tag by name; "" for a new one. */
  readonly onDerive: (name: string) => void;
}

/** The tags of an asset, to choose what is drawn. The bar is all a tag has ever said, the coloured part what is in view, the mark its mean. */
export const TagList = memo(function TagList({ tags, chosen, envelope, onToggle, onClear, onDerive }: Props) {
  const say = useSay();
  const [search, setSearch] = useState("");
  const wanted = search.trim().toLowerCase();
  const found = tags.filter((tag) => tag.name.toLowerCase().includes(wanted) || tag.unit.toLowerCase() === wanted);
  const full = chosen.length >= mostTags;
  return (
    <aside className={classes.side} aria-label={say("explore.tags")}>
      <div className={classes.sideHead}>
        <TextInput
          aria-label={say("explore.tags.search")}
          placeholder={say("explore.tags.search")}
          leftSection={<IconSearch size={14} />}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        <div className={classes.sideRow}>
          <span className={classes.soft}>{say("explore.tags.shown", { shown: chosen.length, all: tags.length })}</span>
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconMathFunction size={13} />}
            title={say("derived.new.help")}
            onClick={() => onDerive("")}
          >
            {say("derived.new")}
          </Button>
          <Button variant="subtle" size="compact-xs" disabled={chosen.length === 0} onClick={onClear}>
            {say("explore.tags.clear")}
          </Button>
        </div>
      </div>
      {found.length === 0 && <p className={classes.hint}>{say("explore.tags.none", { text: search.trim() })}</p>}
      <ul className={classes.tags}>
        {found.map((tag) => (
          <li key={tag.name} className={classes.tagItem}>
            <TagRow
              tag={tag}
              place={chosen.indexOf(tag.name)}
              disabled={full && !chosen.includes(tag.name)}
              envelope={envelope}
              onToggle={() => onToggle(tag.name)}
            />
            {tag.formula !== undefined && (
              <ActionIcon
                className={classes.derived ?? ""}
                size={20}
                variant="subtle"
                aria-label={say("derived.edit", { name: tag.name })}
                title={`${say("derived.mark", { formula: tag.formula })}\n${say("derived.edit", { name: tag.name })}`}
                onClick={() => onDerive(tag.name)}
              >
                <IconMathFunction size={14} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {full && <p className={classes.hint}>{say("explore.tags.full", { count: mostTags })}</p>}
    </aside>
  );
});

interface RowProps {
  readonly tag: Tag;
  /** Place among the chosen, −1 where it is not. */
  readonly place: number;
  readonly disabled: boolean;
  readonly envelope: Envelope | undefined;
  readonly onToggle: () => void;
}

function TagRow({ tag, place, disabled, envelope, onToggle }: RowProps) {
  const say = useSay();
  const color = place >= 0 ? seriesColor(place, place) : undefined;
  const { min, max, mean } = tag;
  const seen = place >= 0 ? seenRange(envelope?.series.find((series) => series.tag === tag.name)) : null;
  const percent = (value: number): number => (min === null || max === null || max === min ? 50 : (100 * (value - min)) / (max - min));
  return (
    <label
      className={classes.tag}
      data-disabled={disabled || undefined}
      data-derived={tag.formula !== undefined || undefined}
      title={`${tag.name}\n${tag.formula === undefined ? "" : `${say("derived.mark", { formula: tag.formula })}\n`}${say("explore.tags.samples", { count: tag.valid, mean: formatQuantity(mean, tag.unit) })}`}
      {...(color ? { style: { "--mark": color } as Record<string, string> } : {})}
    >
      <input type="checkbox" checked={place >= 0} disabled={disabled} onChange={onToggle} aria-label={tag.name} />
      <span className={classes.tagName}>
        <span className={classes.name}>{tag.name}</span>
        <span className={classes.soft}>{printUnit(tag.unit)}</span>
      </span>
      {min === null || max === null ? (
        <span className={classes.soft}>{say("explore.tags.empty")}</span>
      ) : (
        <span className={classes.tagRange}>
          <span className={classes.soft}>{formatNumber(min, { significant: 3 })}</span>
          <span className={classes.bar}>
            {seen && (
              <span
                className={classes.seen}
                style={{
                  left: `${percent(seen.low)}%`,
                  width: `${Math.max(3, percent(seen.high) - percent(seen.low))}%`,
                  background: color,
                }}
              />
            )}
            {mean !== null && <span className={classes.mean} style={{ left: `${percent(mean)}%` }} />}
          </span>
          <span className={classes.soft}>{formatNumber(max, { significant: 3 })}</span>
        </span>
      )}
    </label>
  );
}
