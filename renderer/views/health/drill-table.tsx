import { caughtShare, drillFaults, drillPointAt, type FamilyDrills } from "#shared/domain/fault-drill.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { seriesColor } from "../../charts/palette.ts";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./drills.module.css";
import health from "./health.module.css";

interface Props {
  /** The model's own first. */
  readonly drills: readonly FamilyDrills[];
  readonly alertsPerWeek: number;
}

/** Kind of fault by kind of model: how many of the planted faults were caught at this budget, and after how long. */
export function DrillTable({ drills, alertsPerWeek }: Props) {
  const say = useSay();
  const families = drills.map((family) => ({ id: family.familyId, point: drillPointAt(family, alertsPerWeek) }));
  const tried = (fault: string): number => families[0]!.point.outcomes.find((outcome) => outcome.fault === fault)?.tried ?? 0;
  const percent = (share: number): string => `${formatNumber(100 * share, { decimals: 0 })} %`;
  return (
    <table className={classes.table} aria-label={say("health.drills.table")}>
      <thead>
        <tr>
          <th>{say("health.drills.fault")}</th>
          {families.map(({ id }, k) => (
            <th key={id} data-own={k === 0 || undefined}>
              <span className={classes.key} data-own={k === 0 || undefined} style={{ borderColor: seriesColor(undefined, k) }} />
              {wordsOr(say, `family.${id}`, id)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {drillFaults
          .filter((fault) => tried(fault) > 0)
          .map((fault) => (
            <tr key={fault}>
              <th scope="row" title={say(`health.drills.fault.${fault}.help`)}>
                {say(`health.drills.fault.${fault}`)}
              </th>
              {families.map(({ id, point }, k) => {
                const outcome = point.outcomes.find((one) => one.fault === fault);
                return (
                  <td key={id} data-own={k === 0 || undefined}>
                    {outcome && percent(outcome.caught / outcome.tried)}
                    {outcome && outcome.delayMs !== null && (
                      <span className={health.soft}> · {formatDuration(outcome.delayMs, say.language)}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        <tr className={classes.sum}>
          <th scope="row">{say("health.drills.all")}</th>
          {families.map(({ id, point }, k) => (
            <td key={id} data-own={k === 0 || undefined}>
              {percent(caughtShare(point))}
            </td>
          ))}
        </tr>
        <tr>
          <th scope="row" title={say("health.drills.false.help")}>
            {say("health.drills.false")}
          </th>
          {families.map(({ id, point }, k) => (
            <td key={id} data-own={k === 0 || undefined}>
              {say("health.drills.per-week", { count: formatNumber(point.falseAlertsPerWeek, { significant: 2 }) })}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}
