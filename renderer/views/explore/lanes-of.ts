import type { Tag } from "#shared/domain/asset.ts";
import type { Envelope } from "#shared/domain/envelope.ts";
import { envelopeTrend, type TrendLane, type TrendSeries } from "../../charts/trend.ts";

export type Layout = "lanes" | "units";

const nothing = new Float64Array(0);

/** The chosen tags as lanes, each in the colour of its place among the chosen. A tag whose samples are still on their way has an empty curve. */
export function lanesOf(chosen: readonly string[], envelope: Envelope | undefined, tags: readonly Tag[], layout: Layout): TrendLane[] {
  const curves = chosen.map((name, color): TrendSeries => {
    const series = envelope?.series.find((candidate) => candidate.tag === name);
    if (series) return envelopeTrend(series, { color });
    const unit = tags.find((tag) => tag.name === name)?.unit ?? "";
    return { id: name, label: name, unit, color, time: nothing, min: nothing, max: nothing, first: nothing, last: nothing };
  });
  if (layout === "lanes") return curves.map((curve) => ({ id: curve.id, unit: curve.unit, series: [curve] }));
  const byUnit = Map.groupBy(curves, (curve) => curve.unit);
  return [...byUnit].map(([unit, series]) => ({ id: unit, unit, series }));
}
