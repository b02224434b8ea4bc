import { Button } from "@mantine/core";
import { IconChartLine } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { TagQuality } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import { PlacedFindings } from "./placed-findings.tsx";
import classes from "./quality.module.css";

interface Props {
  readonly tag: TagQuality;
  readonly onExplore: (at: TimeRange | null) => void;
}

const whole = { decimals: 0 } as const;

/** All that is known of one tag's samples, and the ways to what shows it. */
export function TagDetail({ tag, onExplore }: Props) {
  const say = useSay();
  const { unit, gaps, flat, spikes, drift } = tag;
  const duration = (ms: number | null) => formatDuration(ms, say.language);
  const facts: [string, ReactNode][] = [
    [say("quality-view.nature"), say(`quality-view.nature.${tag.nature}`)],
    [say("quality-view.samples"), say("quality-view.samples.of", { valid: tag.valid, rows: tag.rows, missing: tag.rows - tag.valid })],
    [say("quality-view.range"), [tag.min, tag.median, tag.max].map((value) => formatQuantity(value, unit)).join(", ")],
    [
      say("quality-view.resolution"),
      tag.resolution === null ? say("quality-view.resolution.none") : formatQuantity(tag.resolution, unit, { significant: 3 }),
    ],
    [
      say("quality-view.rates"),
      tag.rates.length > 1
        ? tag.rates.map((rate) => `${duration(rate.intervalMs)} (${formatNumber(100 * rate.share, whole)} %)`).join(", ")
        : duration(tag.intervalMs),
    ],
    [
      say("quality-view.col.gaps"),
      gaps.longest
        ? say("quality-view.gaps.longest", {
            count: gaps.count,
            longest: duration(gaps.longest.to - gaps.longest.from),
            from: formatTime(gaps.longest.from),
          })
        : "0",
    ],
    [
      say("quality-view.col.flat"),
      flat
        ? say("quality-view.flat.of", { value: formatQuantity(flat.value, unit), length: duration(flat.to - flat.from), rows: flat.rows })
        : "–",
    ],
    [
      say("quality-view.col.spikes"),
      spikes.sigma === null
        ? "0"
        : say("quality-view.spikes.of", { count: spikes.count, sigma: formatNumber(spikes.sigma, { significant: 2 }) }),
    ],
    [
      say("quality-view.drift"),
      drift
        ? say("quality-view.drift.of", {
            perDay: formatQuantity(drift.perDay, unit, { significant: 2, sign: true }),
            percent: formatNumber(100 * Math.abs(drift.share), { significant: 2 }),
          })
        : say("quality-view.drift.none"),
    ],
  ];
  if (tag.states.length > 0)
    facts.splice(2, 0, [
      say("quality-view.states"),
      tag.states.map(({ text, count }) => `${text} × ${formatNumber(count, whole)}`).join(", "),
    ]);
  return (
    <Panel
      className={classes.detailPanel ?? ""}
      title={tag.tag}
      actions={
        <Button size="xs" variant="light" leftSection={<IconChartLine size={14} />} onClick={() => onExplore(null)}>
          {say("quality-view.explore")}
        </Button>
      }
    >
      {tag.findings.length === 0 ? (
        <p className={classes.soft}>{say("quality-view.detail.none")}</p>
      ) : (
        <PlacedFindings findings={tag.findings} onPlace={onExplore} />
      )}
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
