import type { Eligibility } from "#shared/domain/proof.ts";
import { useSay } from "../../app/language.tsx";
import { BarChart } from "../../charts/bar-chart.tsx";

/** The smallest saving that could be proven, by how long one measures; the planned length stands out. */
export function EligibilityBars({ eligibility, plannedWeeks }: { readonly eligibility: Eligibility; readonly plannedWeeks: number }) {
  const say = useSay();
  return (
    <BarChart
      label={say("proof-view.eligible.chart")}
      unit="%"
      bars={eligibility.lengths.map(({ weeks, provablePercent }) => ({
        id: String(weeks),
        label: say("proof-view.weeks", { weeks }),
        value: provablePercent,
        tone: weeks === plannedWeeks ? "plain" : "soft",
      }))}
    />
  );
}
