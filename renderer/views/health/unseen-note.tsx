import type { Episode } from "#shared/domain/health.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./regimes.module.css";

/** That an episode lies in conditions the model has never seen; nothing where it does not. */
export function UnseenNote({ episode: { unseen } }: { readonly episode: Episode }) {
  const say = useSay();
  if (!unseen) return null;
  const number = (value: number) => formatNumber(value);
  const { tag, value, low, high, unit } = unseen;
  return (
    <p className={classes.unseen} data-testid="unseen-conditions">
      {say("regimes.unseen", { tag, value: number(value), low: number(low), high: number(high), unit: printUnit(unit) })}
    </p>
  );
}
