import { Switch } from "@mantine/core";
import { useSay } from "../app/language.tsx";
import { bandColor } from "../charts/palette.ts";
import { regimeTone } from "../charts/regime-bands.ts";
import classes from "./regime-legend.module.css";
import { regimeWords } from "./regime-words.ts";
import type { RegimeBands } from "./use-regime-bands.ts";

interface Props {
  readonly regimes: RegimeBands;
  /** Where the regimes come from, when that is not plain from the chart itself. */
  readonly source?: string;
}

/** The switch for the bands of regimes, and what their colours mean. Nothing where no model tells regimes. */
export function RegimeLegend({ regimes: { plan, shown, setShown }, source }: Props) {
  const say = useSay();
  if (!plan) return null;
  return (
    <div className={classes.bar} title={source}>
      <Switch
        size="xs"
        label={say("regimes.bands")}
        aria-label={say("regimes.bands.show")}
        checked={shown}
        onChange={(event) => setShown(event.currentTarget.checked)}
      />
      {shown && (
        <ul className={classes.list}>
          {plan.regimes.map((regime) => (
            <li key={regime.id}>
              <span className={classes.swatch} style={{ background: bandColor(regimeTone(plan, regime.id)) }} />
              {regimeWords(say, regime, plan)}
            </li>
          ))}
          {plan.tags.length === 1 && <li className={classes.soft}>({plan.tags[0]})</li>}
        </ul>
      )}
    </div>
  );
}
