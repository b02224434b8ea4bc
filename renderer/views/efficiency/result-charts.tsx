import { Button } from "@mantine/core";
import { IconArrowsHorizontal } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { EfficiencyModel, EfficiencyResult } from "#shared/domain/efficiency.ts";
import type { Frontier } from "#shared/domain/efficiency-potential.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useSay } from "../../app/language.tsx";
import { columnEnvelope } from "../../charts/column-envelope.ts";
import { rowsInView } from "../../charts/rows-in-view.ts";
import { plainTrend, type TrendBand, type TrendLane, type TrendSeries } from "../../charts/trend.ts";
import { TrendChart } from "../../charts/trend-chart.tsx";
import { Panel } from "../../ui/panel.tsx";
import { dayBars } from "./day-coverage.ts";
import classes from "./efficiency.module.css";
import { extrapolatedRanges } from "./extrapolated-bands.ts";

// Two-sided 90 % of a normal distribution: Φ⁻¹(0.95).
const sigmas = 1.645;
const hourMs = 3_600_000;
const crowdedPerPixel = 2;

interface Props {
  readonly model: EfficiencyModel;
  readonly result: EfficiencyResult;
  /** The best shown under like conditions; null where there is none. */
  readonly frontier: Frontier | null;
}

/** Measured against expected and the best shown, the loss of each day, and the loss added up: one above the other on one time axis. */
export function ResultCharts({ model, result, frontier }: Props) {
  const say = useSay();
  const { steps, daily, stepMs, unit, excessUnit } = result;
  const extent: TimeRange = {
    from: steps.time[0] ?? model.createdAt - 1,
    to: (steps.time[steps.time.length - 1] ?? model.createdAt) + stepMs,
  };
  const [range, setRange] = useState(extent);
  const [pixels, setPixels] = useState(800);
  const band = useMemo(
    () => ({
      low: steps.expected.map((value, k) => value - sigmas * steps.sigma[k]!),
      high: steps.expected.map((value, k) => value + sigmas * steps.sigma[k]!),
    }),
    [steps],
  );
  const days = useMemo(() => dayBars(daily.lossPercent, daily.coverage), [daily]);
  const bands = useMemo(
    () =>
      extrapolatedRanges(steps.time, steps.extrapolated, stepMs).map(
        (stretch): TrendBand => ({ id: `extrapolated ${stretch.from}`, ...stretch, tone: "soft" }),
      ),
    [steps, stepMs],
  );
  const [first, end] = rowsInView(steps.time, range.from, range.to);
  // Two curves of more steps than pixels paint each other over; their days can still be told apart.
  const crowded = end - first > crowdedPerPixel * pixels && daily.time.length > 2;
  const noons = useMemo(() => daily.time.map((midnight) => midnight + 12 * hourMs), [daily]);
  const drawn = (id: string, label: string, values: Float64Array, of: string, rest: Partial<TrendSeries>, high = values): TrendSeries => ({
    id,
    label,
    unit: of,
    ...columnEnvelope(steps.time, values, high, range, pixels),
    ...rest,
  });
  const named = (id: string, label: string, of: string) => ({ id, label, unit: of });
  const lanes: TrendLane[] = [
    {
      id: "kpi",
      unit,
      weight: 1.5,
      series: crowded
        ? [
            drawn("range", say("efficiency.chart.range"), steps.measured, unit, { look: "area", color: "soft" }),
            plainTrend(named("measured", say("efficiency.chart.measured-day"), unit), noons, daily.measured, { color: 0 }),
            plainTrend(named("expected", say("efficiency.chart.expected-day"), unit), noons, daily.expected, { color: 1 }),
            ...(frontier
              ? [
                  plainTrend(
                    named("frontier", say("efficiency.frontier.line-day"), unit),
                    frontier.daily.time.map((midnight) => midnight + 12 * hourMs),
                    frontier.daily.frontier,
                    { color: 2, dashed: true },
                  ),
                ]
              : []),
          ]
        : [
            drawn("band", say("efficiency.chart.band"), band.low, unit, { look: "area", color: "soft" }, band.high),
            drawn("measured", say("efficiency.chart.measured"), steps.measured, unit, { color: 0 }),
            drawn("expected", say("efficiency.chart.expected"), steps.expected, unit, { color: 1 }),
            ...(frontier
              ? [drawn("frontier", say("efficiency.frontier.line"), frontier.steps.frontier, unit, { color: 2, dashed: true })]
              : []),
          ],
    },
    {
      id: "daily",
      unit: "%",
      weight: 1.1,
      series: [
        plainTrend(named("loss", say("efficiency.daily.loss"), "%"), daily.time, days.loss, { look: "bars", color: "bad" }),
        plainTrend(named("gain", say("efficiency.daily.gain"), "%"), daily.time, days.gain, { look: "bars", color: "good" }),
        ...(frontier
          ? [
              plainTrend(
                named("opportunity", say("efficiency.daily.opportunity"), "%"),
                frontier.daily.time.map((midnight) => midnight + 12 * hourMs),
                frontier.daily.opportunityPercent,
                { color: 2, dashed: true },
              ),
            ]
          : []),
        plainTrend(named("pale", say("efficiency.daily.pale"), "%"), daily.time, days.pale, { look: "bars", color: "soft" }),
      ],
    },
    {
      id: "cumulative",
      unit: excessUnit,
      series: [drawn("cumulative", say("efficiency.cumulative.title"), steps.cumulative, excessUnit, { color: 3 })],
      limits: [{ value: 0, label: "", tone: "soft" }],
    },
  ];
  return (
    <Panel
      title={say("efficiency.chart.title")}
      actions={
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowsHorizontal size={13} />}
          disabled={range.from === extent.from && range.to === extent.to}
          onClick={() => setRange(extent)}
        >
          {say("efficiency.chart.whole")}
        </Button>
      }
    >
      <TrendChart
        label={say("efficiency.chart.title")}
        lanes={lanes}
        range={range}
        onRange={setRange}
        extent={extent}
        bands={bands}
        height={490}
        onWidth={setPixels}
      />
      <p className={classes.help}>
        {say("efficiency.chart.help")} {say("efficiency.daily.help")} {say("efficiency.cumulative.help")}
      </p>
    </Panel>
  );
}
