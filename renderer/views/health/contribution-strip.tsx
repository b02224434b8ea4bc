import { useDebouncedValue } from "@mantine/hooks";
import type { HealthModel } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { HeatStrip } from "../../charts/heat-strip.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./health.module.css";

interface Props {
  readonly model: HealthModel;
  readonly range: TimeRange;
  /** Pixels of the plot above. */
  readonly pixels: number;
}

// Explaining rows takes some tenths of a second: a hand that still moves is waited for.
const settleMs = 300;
const cellPixels = 7;
const mostTags = 6;

/** Which tags the score is made of along the visible time: the darker, the larger a tag's part. */
export function ContributionStrip({ model, range, pixels }: Props) {
  const say = useSay();
  const cells = Math.min(400, Math.max(10, Math.round(pixels / cellPixels)));
  const [asked] = useDebouncedValue(range, settleMs);
  const { data, error, isFetching } = useAsk(
    "health",
    "contributionStrip",
    { modelId: model.id, range: { from: asked.from, to: asked.to }, cells, most: mostTags },
    { enabled: pixels >= 10, keepPrevious: true, forgetAfterMs: 60_000 },
  );
  const strip = data;
  return (
    <section className={classes.heat} aria-label={say("health.strip.title")} data-busy={isFetching || undefined}>
      <p className={classes.heatTitle} title={say("health.strip.help")}>
        {say("health.strip.title")}
        <span className={classes.soft}>
          {strip && strip.tags.length === 0 ? say("health.strip.none") : isFetching ? say("ui.loading") : say("health.strip.key")}
        </span>
      </p>
      <ProblemNotice problem={error} />
      {strip && (
        <HeatStrip
          label={say("health.strip.label", { tags: strip.tags.map(({ tag }) => tag).join(", ") })}
          rows={strip.tags.map(({ tag, share }) => ({ id: tag, label: tag, heat: share }))}
          over={strip}
          range={range}
          strong={Array.from(strip.score, (score) => score > model.limit.value)}
          tell={(row, cell) => {
            const { tag, unit, share, residual } = strip.tags[row]!;
            const at = formatTime(strip.time[cell]!, { precision: "minute" });
            const part = `${formatNumber(100 * share[cell]!, { decimals: 0 })} %`;
            const off = residual[cell]!;
            return Number.isNaN(off)
              ? say("health.strip.cell", { tag, at, part })
              : say(off < 0 ? "health.strip.cell-below" : "health.strip.cell-above", {
                  tag,
                  at,
                  part,
                  off: formatQuantity(Math.abs(off), unit, { significant: 3 }),
                });
          }}
        />
      )}
    </section>
  );
}
