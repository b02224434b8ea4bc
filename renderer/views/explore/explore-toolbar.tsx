import { ActionIcon, Button, SegmentedControl } from "@mantine/core";
import { IconArrowBackUp, IconArrowsMove, IconChecklist, IconZoomIn, IconZoomInArea, IconZoomOut } from "@tabler/icons-react";
import type { Envelope } from "#shared/domain/envelope.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { zoomed } from "../../charts/range-moves.ts";
import type { Drag } from "../../charts/trend-overlay.tsx";
import classes from "./explore-view.module.css";
import type { Layout } from "./lanes-of.ts";

interface Props {
  readonly range: TimeRange;
  readonly extent: TimeRange;
  readonly pixels: number;
  readonly envelope: Envelope | undefined;
  readonly layout: Layout;
  readonly onLayout: (layout: Layout) => void;
  readonly drag: Drag;
  readonly onDrag: (drag: Drag) => void;
  readonly onRange: (range: TimeRange) => void;
  readonly onBack: (() => void) | undefined;
}

const dragIcons = { zoom: IconZoomInArea, pan: IconArrowsMove } as const;
const spans = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 } as const;

/** What is visible, in words, and how to see something else. */
export function ExploreToolbar({ range, extent, pixels, envelope, layout, onLayout, drag, onDrag, onRange, onBack }: Props) {
  const say = useSay();
  const { go } = useNavigation();
  const middle = (range.from + range.to) / 2;
  const span = range.to - range.from;
  const precision = span > 2 * 86_400_000 ? "minute" : span > 120_000 ? "second" : "millisecond";
  const sameDay = formatTime(range.from, { precision: "day" }) === formatTime(range.to, { precision: "day" });
  const condensed =
    envelope?.series.some((series) => series.min.some((low, row) => low !== series.max[row] && !Number.isNaN(low))) ?? false;
  return (
    <div className={classes.toolbar}>
      <div className={classes.period}>
        <strong data-testid="visible-period">
          {formatTime(range.from, { precision })} –{" "}
          {sameDay ? formatTime(range.to, { precision }).slice(11) : formatTime(range.to, { precision })} UTC
        </strong>
        <span className={classes.soft}>
          {condensed && pixels > 0
            ? say("explore.column", { time: formatDuration(span / pixels, say.language) })
            : say("explore.column.single")}
        </span>
      </div>
      <span className={classes.spacer} />
      <ActionIcon aria-label={say("app.screen.quality")} title={say("quality-view.from-report")} onClick={() => go("quality")}>
        <IconChecklist size={17} />
      </ActionIcon>
      <SegmentedControl
        size="xs"
        aria-label={say("explore.layout")}
        data={(["lanes", "units"] as const).map((value) => ({ value, label: say(`explore.layout.${value}`) }))}
        value={layout}
        onChange={onLayout}
      />
      <ActionIcon.Group>
        {(["zoom", "pan"] as const).map((value) => {
          const Icon = dragIcons[value];
          return (
            <ActionIcon
              key={value}
              size={28}
              variant={drag === value ? "light" : "default"}
              color={drag === value ? "blue" : "gray"}
              aria-label={say(`explore.drag.${value}`)}
              title={say(`explore.drag.${value}`)}
              aria-pressed={drag === value}
              onClick={() => onDrag(value)}
            >
              <Icon size={16} />
            </ActionIcon>
          );
        })}
      </ActionIcon.Group>
      <Button.Group>
        {(Object.keys(spans) as (keyof typeof spans)[]).map((name) => (
          <Button
            key={name}
            variant="default"
            px={8}
            disabled={spans[name] > extent.to - extent.from}
            onClick={() => onRange(zoomed(range, middle, spans[name] / span, extent))}
          >
            {say(`explore.span.${name}`)}
          </Button>
        ))}
        <Button variant="default" px={8} onClick={() => onRange(extent)}>
          {say("explore.all")}
        </Button>
      </Button.Group>
      <div className={classes.group}>
        <ActionIcon aria-label={say("explore.in")} title={say("explore.in")} onClick={() => onRange(zoomed(range, middle, 0.5, extent))}>
          <IconZoomIn size={17} />
        </ActionIcon>
        <ActionIcon aria-label={say("explore.out")} title={say("explore.out")} onClick={() => onRange(zoomed(range, middle, 2, extent))}>
          <IconZoomOut size={17} />
        </ActionIcon>
        <ActionIcon aria-label={say("explore.back")} title={say("explore.back")} disabled={!onBack} onClick={() => onBack?.()}>
          <IconArrowBackUp size={17} />
        </ActionIcon>
      </div>
    </div>
  );
}
