import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, useCallback, useEffect, useMemo, useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { OverviewStrip } from "../../charts/overview-strip.tsx";
import type { RangeMove } from "../../charts/range-moves.ts";
import { envelopeTrend } from "../../charts/trend.ts";
import { TrendChart } from "../../charts/trend-chart.tsx";
import { timeAxisHeight } from "../../charts/trend-measures.ts";
import type { Drag } from "../../charts/trend-overlay.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useEnvelope } from "../../data/use-envelope.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RegimeLegend } from "../../ui/regime-legend.tsx";
import { useRegimeBands } from "../../ui/use-regime-bands.ts";
import { DerivedDrawer } from "./derived-drawer.tsx";
import { ExploreToolbar } from "./explore-toolbar.tsx";
import classes from "./explore-view.module.css";
import { type Layout, lanesOf } from "./lanes-of.ts";
import { TagList } from "./tag-list.tsx";
import { useRangeHistory } from "./use-range-history.ts";

/** As many as there are colours that can be told apart. */
export const mostTags = 8;
const firstTags = 3;
const smallestLane = 92; // pixels

export function ExploreTags({ asset, tags }: { readonly asset: Asset; readonly tags: readonly Tag[] }) {
  const say = useSay();
  const { focus, screen } = useNavigation();
  const extent = useMemo(() => extentOfTags(tags), [tags]);
  const [chosen, setChosen] = useState<readonly string[]>(() =>
    tags
      .filter((tag) => tag.valid > 0)
      .slice(0, firstTags)
      .map((tag) => tag.name),
  );
  const shown = useMemo(() => chosen.filter((name) => tags.some((tag) => tag.name === name)), [chosen, tags]);
  const toggle = useCallback(
    (name: string) =>
      setChosen((now) => (now.includes(name) ? now.filter((other) => other !== name) : now.length < mostTags ? [...now, name] : now)),
    [],
  );
  const derived = useAsk("derived", "list", { assetId: asset.id }).data;
  /** The derived tag that is open, by name; "" for a new one. */
  const [opened, setOpened] = useState<string | null>(null);
  const edited = derived?.find((tag) => tag.name === opened) ?? null;
  const clear = useCallback(() => setChosen([]), []);
  const [layout, setLayout] = useState<Layout>("lanes");
  const [drag, setDrag] = useState<Drag>("zoom");
  const [pixels, setPixels] = useState(0);
  const { range: looked, look, back, canGoBack } = useRangeHistory();
  const range = looked ?? extent;
  const show = (next: TimeRange, move: RangeMove) => look(next, range, move);
  const model = useAsk("health", "models", { assetId: asset.id }).data?.find(({ retiredAt, features }) => !retiredAt && features.regimes);
  const regimes = useRegimeBands(model, range, pixels);
  const { envelope, error } = useEnvelope(asset.id, shown, range, pixels);
  const whole = useEnvelope(asset.id, shown.slice(0, 1), extent, pixels).envelope;
  const lanes = useMemo(() => lanesOf(shown, envelope, tags, layout), [shown, envelope, tags, layout]);
  const { ref, height } = useElementSize();
  const needed = lanes.length * smallestLane + timeAxisHeight;

  // Another screen may send the person here to look at something.
  const focusedAt = screen === "explore" ? (focus?.at ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a focus is followed once, when it comes
  useEffect(() => {
    if (focusedAt === null || !focus) return;
    if (focus.tags && focus.tags.length > 0) setChosen(focus.tags.slice(0, mostTags));
    if (focus.range) show(focus.range, "step");
  }, [focusedAt]);

  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Backspace" || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    back();
  };
  return (
    <div className={classes.view}>
      <TagList tags={tags} chosen={shown} envelope={envelope} onToggle={toggle} onClear={clear} onDerive={setOpened} />
      {(opened === "" || edited) && (
        <DerivedDrawer
          key={opened}
          asset={asset}
          tags={tags}
          edited={edited}
          range={range}
          onClose={() => setOpened(null)}
          onChanged={(name) => {
            setChosen((now) => {
              const rest = now.filter((other) => other !== opened);
              return name === null || rest.length >= mostTags ? rest : [...rest, name];
            });
            setOpened(null);
          }}
        />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the chart inside */}
      <div className={classes.stage} onKeyDown={keys}>
        <ExploreToolbar
          range={range}
          extent={extent}
          pixels={pixels}
          envelope={envelope}
          layout={layout}
          onLayout={setLayout}
          drag={drag}
          onDrag={setDrag}
          onRange={(next) => show(next, "step")}
          onBack={canGoBack ? back : undefined}
        />
        <ProblemNotice problem={error} />
        <div className={classes.frame}>
          <div ref={ref} className={classes.chart} data-scrolls={needed > height || undefined}>
            {shown.length === 0 ? (
              <EmptyState title={say("explore.none.title")} text={say("explore.none.text")} />
            ) : (
              height > 0 && (
                <TrendChart
                  label={say("explore.chart", { tags: shown.join(", ") })}
                  lanes={lanes}
                  range={range}
                  extent={extent}
                  onRange={show}
                  bands={regimes.bands}
                  drag={drag}
                  height={Math.max(Math.floor(height), needed)}
                  onWidth={setPixels}
                />
              )
            )}
          </div>
        </div>
        <RegimeLegend
          regimes={regimes}
          {...(model ? { source: say("regimes.bands.of", { date: formatTime(model.createdAt, { precision: "day" }) }) } : {})}
        />
        <OverviewStrip
          label={say("explore.overview")}
          series={whole?.series[0] ? envelopeTrend(whole.series[0]) : null}
          extent={extent}
          range={range}
          onRange={show}
        />
      </div>
    </div>
  );
}

function extentOfTags(tags: readonly Tag[]): TimeRange {
  const from = Math.min(...tags.map((tag) => tag.from));
  const to = Math.max(...tags.map((tag) => tag.to));
  return to > from ? { from, to } : { from: from - 1000, to: from + 1000 };
}
