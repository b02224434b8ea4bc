import type { EfficiencyModel } from "#shared/domain/efficiency.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import { BarChart } from "../../charts/bar-chart.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./efficiency.module.css";

/** How much each relevant variable moves the expectation, and where the baseline has seen it. */
export function SharesPanel({ model }: { readonly model: EfficiencyModel }) {
  const say = useSay();
  const inputOf = new Map(model.inputs.map((input) => [input.tag, input]));
  const seen = (tag: string): string => {
    const input = inputOf.get(tag);
    if (!input) return "";
    return say("health.tags.range", {
      min: formatNumber(input.low, { significant: 3 }),
      max: formatQuantity(input.high, input.unit, { significant: 3 }),
    });
  };
  const shares = [...model.shares].sort((a, b) => b.share - a.share);
  return (
    <Panel title={say("efficiency.shares.title")}>
      <BarChart
        label={say("efficiency.shares.title")}
        unit="%"
        bars={shares.map(({ tag, share }) => ({
          id: tag,
          label: tag,
          value: share * 100,
          text: `${formatNumber(share * 100, { decimals: 0 })} % · ${seen(tag)}`,
        }))}
      />
      <p className={classes.help}>{say("efficiency.shares.help")}</p>
    </Panel>
  );
}
