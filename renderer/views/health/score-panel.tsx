import { Button } from "@mantine/core";
import { IconArrowsHorizontal, IconChartHistogram, IconStack2, IconZoomIn } from "@tabler/icons-react";
import { useState } from "react";
import type { Episode, HealthModel } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { type Say, useSay } from "../../app/language.tsx";
import { envelopeTrend, type TrendBand, type TrendLane } from "../../charts/trend.ts";
import { TrendChart } from "../../charts/trend-chart.tsx";
import { useScores } from "../../data/use-scores.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RegimeLegend } from "../../ui/regime-legend.tsx";
import { useRegimeBands } from "../../ui/use-regime-bands.ts";
import { wordsOr } from "../../ui/words-or.ts";
import { BudgetField } from "./budget-field.tsx";
import { ContributionStrip } from "./contribution-strip.tsx";
import classes from "./health.module.css";
import type { Budget } from "./use-budget.ts";
import { episodeTone } from "./verdict-badge.tsx";

interface Props {
  readonly model: HealthModel;
  readonly episodes: readonly Episode[];
  readonly selected: Episode | null;
  readonly onSelect: (episodeId: string) => void;
  readonly extent: TimeRange;
  readonly budget: Budget;
}

/** Statistics are drawn up to so many times what 99 % of the reference stay below. */
const edge = 8;

/** The score over time with its limit, the reference period and the episodes, coloured by verdict. */
export function ScorePanel({ model, episodes, selected, onSelect, extent, budget }: Props) {
  const say = useSay();
  const [range, setRange] = useState(extent);
  const [pixels, setPixels] = useState(0);
  const scores = useScores(model.id, range, pixels);
  const [statisticsOpen, setStatistics] = useState(false);
  const [stripOpen, setStrip] = useState(false);
  const score = scores.envelope?.series[0];
  const statistics = Object.keys(model.statistics).filter((name) => name !== "score");
  const statisticLanes = statisticsOpen
    ? statistics.map((name, k): TrendLane => {
        const series = scores.envelope?.series.find(({ tag }) => tag === name);
        const { q95, q99 } = model.statistics[name]!;
        const highest = series?.max.reduce((most, value) => (value > most ? value : most), 0) ?? 0;
        return {
          // What a bad fault reaches would press everything else to the ground.
          domain: [0, Math.min(1.06 * Math.max(highest, 1.2 * q99), edge * q99)],
          id: name,
          unit: "",
          weight: 0.7,
          series: series ? [envelopeTrend(series, { label: wordsOr(say, `family.statistic.${name}`, name), color: k + 1 })] : [],
          limits: [
            { value: q99, label: say("health.statistics.q99", { value: formatNumber(q99, { significant: 3 }) }), tone: "bad" },
            { value: q95, label: "", tone: "soft" },
          ],
        };
      })
    : [];
  const regimes = useRegimeBands(model, range, pixels);
  const bands: TrendBand[] = [
    ...regimes.bands,
    ...model.reference.map((stretch): TrendBand => ({ id: `reference ${stretch.from}`, ...stretch, tone: "reference" })),
    ...episodes.map((episode): TrendBand => ({ id: episode.id, from: episode.from, to: episode.to, tone: episodeTone(episode) })),
    ...(selected ? [{ id: selected.id, from: selected.from, to: selected.to, tone: "selected" } as const] : []),
  ];
  const zoomTo = ({ from, to }: TimeRange): void => {
    const air = Math.max((to - from) * 1.5, model.features.intervalMs * 30);
    setRange({ from: Math.max(extent.from, from - air), to: Math.min(extent.to, to + air) });
  };
  return (
    <Panel
      {...(statisticLanes.length > 0 || stripOpen ? { className: classes.tall ?? "" } : {})}
      title={say("health.score.title")}
      actions={
        <>
          <div className={classes.modelBudget} title={say("health.budget.help")} data-busy={budget.busy || undefined}>
            <BudgetField alertsPerWeek={budget.alertsPerWeek} onChange={budget.move} onChosen={budget.choose} />
          </div>
          {statistics.length > 0 && (
            <Button
              size="compact-xs"
              variant={statisticsOpen ? "light" : "default"}
              leftSection={<IconChartHistogram size={13} />}
              aria-pressed={statisticsOpen}
              title={say("health.statistics.help")}
              onClick={() => setStatistics(!statisticsOpen)}
            >
              {say("health.statistics.show")}
            </Button>
          )}
          <Button
            size="compact-xs"
            variant={stripOpen ? "light" : "default"}
            leftSection={<IconStack2 size={13} />}
            aria-pressed={stripOpen}
            title={say("health.strip.help")}
            onClick={() => setStrip(!stripOpen)}
          >
            {say("health.strip.show")}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconZoomIn size={13} />}
            disabled={!selected}
            onClick={() => selected && zoomTo(selected)}
          >
            {say("health.score.to-episode")}
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconArrowsHorizontal size={13} />}
            disabled={range.from === extent.from && range.to === extent.to}
            onClick={() => setRange(extent)}
          >
            {say("health.score.whole")}
          </Button>
        </>
      }
    >
      <ProblemNotice problem={budget.error} onClose={budget.dismiss} />
      <ProblemNotice problem={scores.error} onRetry={scores.again} />
      <TrendChart
        label={say("health.score.title")}
        lanes={[
          {
            id: "score",
            unit: "",
            domain: [0, 1],
            series: score ? [envelopeTrend(score, { label: say("health.score.axis"), color: 0 })] : [],
            limits: [
              {
                value: model.limit.value,
                label: say("health.score.limit", { value: formatNumber(model.limit.value, { significant: 3 }) }),
              },
            ],
          },
          ...statisticLanes,
        ]}
        range={range}
        onRange={setRange}
        extent={extent}
        bands={bands}
        onBand={(id) => episodes.some((episode) => episode.id === id) && onSelect(id)}
        height={158 + 100 * statisticLanes.length}
        onWidth={setPixels}
      />
      {stripOpen && <ContributionStrip model={model} range={range} pixels={pixels} />}
      <RegimeLegend regimes={regimes} />
      <ul className={classes.legend} title={say("health.score.help")}>
        <li data-tone="reference">{say("health.score.legend.reference")}</li>
        <li data-tone="episode">{say("health.verdict.open")}</li>
        <li data-tone="bad">{say("health.verdict.fault")}</li>
        <li data-tone="good">{say("health.verdict.normal")}</li>
        <li data-tone="soft">{say("health.score.legend.soft")}</li>
        <li className={classes.legendHelp} data-over={overBudget(model) || undefined}>
          {costWords(say, model)}
        </li>
      </ul>
    </Panel>
  );
}

// Rounding of the limit is not worth a warning.
const overBudget = ({ limit }: HealthModel): boolean => limit.expectedAlertsPerWeek > limit.alertsPerWeek * 1.05;

/** What the limit is expected to cost, and whether that is more than was asked for. */
function costWords(say: Say, model: HealthModel): string {
  const { limit } = model;
  const count = formatNumber(limit.expectedAlertsPerWeek, { significant: 2 });
  return overBudget(model)
    ? say("health.budget.over", { budget: formatNumber(limit.alertsPerWeek), count })
    : say("health.budget.expected", { count });
}
