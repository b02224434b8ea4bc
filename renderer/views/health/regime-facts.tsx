import type { RegimeCard } from "#shared/domain/regime.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { regimeWords } from "../../ui/regime-words.ts";
import classes from "./regimes.module.css";

/** What a model has learned of each regime, for its card. */
export function RegimeFacts({ card }: { readonly card: RegimeCard }) {
  const say = useSay();
  const bands = card.plan.regimes.filter(({ kind }) => kind === "band");
  if (bands.length < 2) return null;
  return (
    <>
      {say(`regimes.card.${card.fit}`)}
      <ul className={classes.facts}>
        {bands.map((regime) => {
          const fitted = card.fitted.find(({ id }) => id === regime.id);
          if (!fitted) return null;
          const hours = formatNumber(fitted.hours, { significant: 3 });
          return (
            <li key={regime.id}>
              {say("regimes.card.rows", { regime: regimeWords(say, regime, card.plan), hours })}
              {card.fit === "models" && `, ${say(fitted.own ? "regimes.card.own" : "regimes.card.shared")}`}
              {fitted.ownLimit !== null && `, ${say("health.score.limit", { value: formatNumber(fitted.ownLimit, { significant: 3 }) })}`}
            </li>
          );
        })}
      </ul>
    </>
  );
}
