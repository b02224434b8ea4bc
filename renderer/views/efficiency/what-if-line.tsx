import type { WhatIf } from "#shared/domain/efficiency-advice.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./efficiency.module.css";
import { gainWords } from "./gain-words.ts";

interface Props {
  readonly whatIf: WhatIf;
  readonly unit: string;
  readonly better: "lower" | "higher";
}

/** What is expected at the settings a person tries. */
export function WhatIfLine({ whatIf, unit, better }: Props) {
  const say = useSay();
  const { expected, interval, gainPercent, hours, seen } = whatIf;
  const kpi = (value: number): string => formatNumber(value, { significant: 4 });
  return (
    <div className={classes.valueCard} data-testid="what-if" data-tone={gainPercent > 0 ? "good" : gainPercent < 0 ? "bad" : undefined}>
      <strong>{gainWords(say, gainPercent, better)}</strong>
      <span>
        {formatQuantity(expected, unit, { significant: 4 })}
        {Number.isFinite(interval.low) && ` (${kpi(interval.low)} – ${kpi(interval.high)})`}
      </span>
      <span className={classes.soft}>
        {say(seen ? "efficiency.advice.what-if.seen" : "efficiency.advice.what-if.unseen", {
          hours: formatNumber(hours, { significant: 3 }),
        })}
      </span>
    </div>
  );
}
