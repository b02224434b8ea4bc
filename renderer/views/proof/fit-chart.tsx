import { useMemo, useState } from "react";
import type { BaselineCurves } from "#shared/domain/measure.ts";
import type { BaselineForm, FitQuality } from "#shared/domain/proof.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { columnEnvelope } from "../../charts/column-envelope.ts";
import type { TrendLane } from "../../charts/trend.ts";
import { TrendChart } from "../../charts/trend-chart.tsx";
import classes from "./proof.module.css";

interface Props {
  readonly curves: BaselineCurves;
  readonly unit: string;
  readonly form: BaselineForm;
  readonly quality: FitQuality;
}

/** The baseline's readings beside what its model expects of them, and how well it fits. */
export function FitChart({ curves, unit, form, quality }: Props) {
  const say = useSay();
  const { time, measured, expected, intervalMs } = curves;
  const extent = useMemo(() => ({ from: time[0] ?? 0, to: (time.at(-1) ?? 1) + intervalMs }), [time, intervalMs]);
  const [range, setRange] = useState(extent);
  const [pixels, setPixels] = useState(800);
  const drawn = (id: "measured" | "expected", values: Float64Array, color: number) => ({
    id,
    label: say(`proof-view.${id}`),
    unit,
    ...columnEnvelope(time, values, values, range, pixels),
    color,
  });
  const lanes: TrendLane[] = [{ id: "fit", unit, series: [drawn("measured", measured, 0), drawn("expected", expected, 1)] }];
  return (
    <>
      <TrendChart
        label={say("proof-view.fit.title")}
        lanes={lanes}
        range={range}
        onRange={setRange}
        extent={extent}
        height={210}
        onWidth={setPixels}
      />
      <p className={classes.help} data-selectable>
        {say("proof-view.fit.quality", {
          form: say(`proof-view.form-of.${form}`),
          n: formatNumber(quality.n, { decimals: 0 }),
          cv: formatNumber(100 * quality.cvRmse, { significant: 3 }),
          r2: formatNumber(quality.r2, { decimals: 3 }),
          nmbe: formatNumber(100 * quality.nmbe, { decimals: 3 }),
        })}
      </p>
    </>
  );
}
