import { SegmentedControl, Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useSay } from "../app/language.tsx";
import { bandColor } from "../charts/palette.ts";
import type { TrendBand } from "../charts/trend.ts";
import { mergeRanges } from "./merge-ranges.ts";
import classes from "./period-chart.module.css";
import { PeriodEdges } from "./period-edges.tsx";
import { RangeFields } from "./range-fields.tsx";
import { TagTrend } from "./tag-trend.tsx";

/** One period to choose: a name, a colour, its stretches. */
export interface ChosenPeriod {
  readonly id: string;
  readonly label: string;
  readonly help?: ReactNode;
  readonly tone: TrendBand["tone"];
  readonly ranges: readonly TimeRange[];
  readonly onChange: (ranges: TimeRange[]) => void;
}

interface Props {
  readonly assetId: string;
  /** The tags that can be looked at; the first is shown at first. */
  readonly tags: readonly Tag[];
  readonly extent: TimeRange;
  readonly periods: readonly ChosenPeriod[];
  readonly height: number;
}

/** Periods chosen by dragging over a trend, or typed. */
export function PeriodChart({ assetId, tags, extent, periods, height }: Props) {
  const say = useSay();
  const [shownName, setShown] = useState<string | null>(null);
  const [activeId, setActive] = useState<string | null>(null);
  const [range, setRange] = useState(extent);
  const shown = tags.find((tag) => tag.name === shownName) ?? tags[0];
  const active = periods.find((period) => period.id === activeId) ?? periods[0];
  if (!shown || !active) return null;
  const bands = periods.flatMap((period) =>
    period.ranges.map((stretch): TrendBand => ({ id: `${period.id} ${stretch.from}`, ...stretch, tone: period.tone, label: period.label })),
  );
  const select = (dragged: TimeRange): void =>
    active.onChange(mergeRanges([...active.ranges, { from: Math.max(dragged.from, extent.from), to: Math.min(dragged.to, extent.to) }]));
  return (
    <div>
      <div className={classes.bar}>
        {periods.length > 1 && (
          <SegmentedControl
            size="xs"
            data={periods.map((period) => ({ value: period.id, label: period.label }))}
            value={active.id}
            onChange={setActive}
          />
        )}
        <p className={classes.hint}>{periods.length > 1 ? say("periods.hint.which", { what: active.label }) : say("periods.hint")}</p>
        <Select
          aria-label={say("periods.shown")}
          w={230}
          searchable
          data={tags.map((tag) => tag.name)}
          value={shown.name}
          onChange={setShown}
        />
      </div>
      <div className={classes.chart}>
        <TagTrend
          assetId={assetId}
          tags={[shown]}
          range={range}
          onRange={setRange}
          extent={extent}
          bands={bands}
          drag="select"
          onSelect={select}
          height={height}
          label={say("periods.chart", { tag: shown.name })}
        />
        {periods.map((period) => (
          <PeriodEdges
            key={period.id}
            what={period.label}
            ranges={period.ranges}
            onChange={period.onChange}
            range={range}
            extent={extent}
            height={height}
          />
        ))}
      </div>
      <div className={classes.fields}>
        {periods.map((period) => (
          <div key={period.id} className={classes.set}>
            {periods.length > 1 && (
              <h3 className={classes.name}>
                <span className={classes.swatch} style={{ background: bandColor(period.tone) }} />
                {period.label}
                {period.help}
              </h3>
            )}
            <RangeFields what={period.label} ranges={period.ranges} onChange={period.onChange} extent={extent} />
          </div>
        ))}
      </div>
    </div>
  );
}
