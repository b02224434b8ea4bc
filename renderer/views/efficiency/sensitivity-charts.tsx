import type { SettingSensitivity } from "#shared/domain/efficiency-advice.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { ResponseChart } from "../../charts/response-chart.tsx";
import classes from "./efficiency.module.css";

interface Props {
  readonly sensitivity: readonly SettingSensitivity[];
  readonly kpi: string;
  readonly unit: string;
  /** A setting was pointed at: it is to be tried. */
  readonly onTry: (tag: string, value: number) => void;
}

/** The expected KPI against each setting, with what like hours have seen of it shaded. */
export function SensitivityCharts({ sensitivity, kpi, unit, onTry }: Props) {
  const say = useSay();
  return (
    <section className={classes.sensitivity} aria-label={say("efficiency.sensitivity.title")}>
      <h3 className={classes.small}>{say("efficiency.sensitivity.title")}</h3>
      <p className={classes.help}>{say("efficiency.sensitivity.help")}</p>
      <div className={classes.responses}>
        {sensitivity.map(({ tag, unit: tagUnit, value, seenLow, seenHigh, at, expected, low, high }) => (
          <figure key={tag} className={classes.response}>
            <figcaption>
              <span className={classes.tagName}>{tag}</span>{" "}
              <span className={classes.soft}>
                {formatQuantity(value, tagUnit, { significant: 3 })} · {printUnit(unit)}
              </span>
            </figcaption>
            <ResponseChart
              label={say("efficiency.sensitivity.chart", { kpi, tag })}
              at={at}
              value={expected}
              low={low}
              high={high}
              xUnit={tagUnit}
              shaded={{ low: seenLow, high: seenHigh }}
              now={value}
              onPick={(x) =>
                onTry(tag, Math.min(Number.isFinite(seenHigh) ? seenHigh : x, Math.max(Number.isFinite(seenLow) ? seenLow : x, x)))
              }
            />
          </figure>
        ))}
      </div>
    </section>
  );
}
