import { useState } from "react";
import type { HealthModel } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { envelopeTrend, plainTrend, type TrendBand, type TrendLane, type TrendSeries } from "../charts/trend.ts";
import { TrendChart, type TrendChartProps } from "../charts/trend-chart.tsx";
import { useEnvelope } from "../data/use-envelope.ts";
import { ProblemNotice } from "./problem-notice.tsx";
import { useRegimeBands } from "./use-regime-bands.ts";

/** A level to draw beside a tag, such as what a model expected over an episode. */
export interface TagLevel {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

/** Where a tag should have been. */
export interface TagExpectation {
  readonly label: string;
  /** [rows] ms UTC, and the ends of the band in the tag's unit; NaN breaks it. */
  readonly time: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

interface Props extends Pick<TrendChartProps, "drag" | "onSelect" | "onBand" | "height" | "label"> {
  readonly assetId: string;
  /** A lane each, from above. */
  readonly tags: readonly {
    readonly name: string;
    readonly unit: string;
    readonly level?: TagLevel | undefined;
    readonly expectation?: TagExpectation | undefined;
  }[];
  readonly range: TimeRange;
  readonly onRange: (range: TimeRange) => void;
  readonly extent: TimeRange;
  readonly bands: readonly TrendBand[];
  /** Whose regimes lie below the bands, where they are wanted. */
  readonly model?: HealthModel;
}

/** Tags of an asset as the engine draws them for what is visible: a lane each. */
export function TagTrend({ assetId, tags, range, bands, model, ...chart }: Props) {
  const [pixels, setPixels] = useState(0);
  const regimes = useRegimeBands(model, range, pixels);
  const { envelope, error } = useEnvelope(
    assetId,
    tags.map((tag) => tag.name),
    range,
    pixels,
  );
  const lanes = tags.map(({ name, unit, level, expectation }): TrendLane => {
    const series = envelope?.series.find((one) => one.tag === name);
    return {
      id: name,
      unit,
      series: [
        ...(expectation ? [band(name, unit, expectation)] : []),
        ...(series ? [envelopeTrend(series, { color: 0 })] : []),
        ...(level
          ? [
              plainTrend(
                { id: `${name} level`, label: level.label, unit },
                Float64Array.of(level.from, Math.max(level.to, level.from + 1)),
                Float64Array.of(level.value, level.value),
                { dashed: true, color: 1 },
              ),
            ]
          : []),
      ],
    };
  });
  if (error && !envelope) return <ProblemNotice problem={error} />;
  return <TrendChart lanes={lanes} range={range} bands={[...regimes.bands, ...bands]} onWidth={setPixels} {...chart} />;
}

const band = (name: string, unit: string, { label, time, low, high }: TagExpectation): TrendSeries => ({
  ...{ id: `${name} expected`, label, unit, time, look: "area", color: "soft" },
  ...{ min: low, max: high, first: low, last: high },
});
