import { useState } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useSay } from "../../app/language.tsx";
import { envelopeTrend } from "../../charts/trend.ts";
import { TrendChart } from "../../charts/trend-chart.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useEnvelope } from "../../data/use-envelope.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./derived.module.css";
import type { DerivedDraft } from "./use-derived-draft.ts";

const mostInputs = 3;

/** The values the formula gives, above those of the tags it reads. */
export function DerivedPreview({ draft, range }: { readonly draft: DerivedDraft; readonly range: TimeRange }) {
  const say = useSay();
  const [pixels, setPixels] = useState(0);
  const { settled, good } = draft;
  const asked = useAsk(
    "derived",
    "preview",
    { ...settled, range, pixels: Math.max(10, pixels) },
    { enabled: good && pixels >= 10, keepPrevious: true, forgetAfterMs: 30_000 },
  );
  const inputs = (draft.check?.usedTags ?? []).slice(0, mostInputs);
  const { envelope } = useEnvelope(settled.assetId, inputs, range, pixels);
  const made = good ? asked.data?.series[0] : undefined;
  const lanes = [
    ...(made ? [{ id: made.tag, unit: made.unit, series: [envelopeTrend(made, { color: 0 })], weight: 1.6 }] : []),
    ...inputs.flatMap((name, k) => {
      const series = envelope?.series.find((each) => each.tag === name);
      return series ? [{ id: name, unit: series.unit, series: [envelopeTrend(series, { color: k + 1 })] }] : [];
    }),
  ];
  const height = 40 + 90 * Math.max(1, lanes.length);
  return (
    <section className={classes.preview} aria-label={say("derived.preview")}>
      <h3 className={classes.small}>{say("derived.preview")}</h3>
      {good ? (
        <TrendChart label={say("derived.preview")} lanes={lanes} range={range} height={height} onWidth={setPixels} />
      ) : (
        <p className={classes.soft}>{say("derived.preview.wait")}</p>
      )}
      {good && made?.time.length === 0 && <p className={classes.soft}>{say("derived.preview.empty")}</p>}
      <ProblemNotice problem={asked.error} />
    </section>
  );
}
