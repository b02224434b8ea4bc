import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { envelopeTrend, plainTrend, type TrendBand, type TrendLane } from "../charts/trend.ts";
import { TrendChart, type TrendChartProps } from "../charts/trend-chart.tsx";
import { useAsk } from "../data/use-ask.ts";
import { ProblemNotice } from "./problem-notice.tsx";

/** A level to draw beside a tag, such as what a model expected over an episode. */
export interface TagLevel {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
}

interface Props extends Pick<TrendChartProps, "drag" | "onSelect" | "onBand" | "height" | "label"> {
  readonly assetId: string;
  /** A lane each, from above. */
  readonly tags: readonly { readonly name: string; readonly unit: string; readonly level?: TagLevel | undefined }[];
  readonly range: TimeRange;
  readonly onRange: (range: TimeRange) => void;
  readonly extent: TimeRange;
  readonly bands: readonly TrendBand[];
}

/** How long a view must hold still before it is asked for anew, ms: between two steps of a wheel. */
const settledMs = 90;

/** Tags of an asset as the engine draws them for what is visible: a lane each. */
export function TagTrend({ assetId, tags, range, ...chart }: Props) {
  const [pixels, setPixels] = useState(0);
  const [settled] = useDebouncedValue(range, settledMs);
  const names = tags.map((tag) => tag.name);
  const envelope = useAsk(
    "explore",
    "envelope",
    { assetId, tags: names, range: settled, pixels: Math.max(10, pixels) },
    { enabled: pixels > 0 && names.length > 0, keepPrevious: true },
  );
  const lanes = tags.map(({ name, unit, level }): TrendLane => {
    const series = envelope.data?.series.find((one) => one.tag === name);
    return {
      id: name,
      unit,
      series: [
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
  if (envelope.error && !envelope.data) return <ProblemNotice problem={envelope.error} onRetry={() => void envelope.refetch()} />;
  return <TrendChart lanes={lanes} range={range} onWidth={setPixels} {...chart} />;
}
