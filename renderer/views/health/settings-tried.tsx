import { Table } from "@mantine/core";
import type { ParamsTried } from "#shared/domain/fault-drill.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./health.module.css";

/** Settings of the model that were tried by the fault drills, those taken marked; the settings that were the same in all are left out. */
export function SettingsTried({ familyId, tried }: { readonly familyId: string; readonly tried: readonly ParamsTried[] }) {
  const say = useSay();
  const varied = Object.keys(tried[0]?.params ?? {}).filter((name) => tried.some(({ params }) => params[name] !== tried[0]!.params[name]));
  return (
    <>
      <h3 className={classes.small} title={say("health.settings.help")}>
        {say("health.settings.title")}
      </h3>
      <Table aria-label={say("health.settings.title")}>
        <Table.Thead>
          <Table.Tr>
            {varied.map((name) => (
              <Table.Th key={name}>{wordsOr(say, `family.${familyId}.${name}`, name)}</Table.Th>
            ))}
            <Table.Th ta="right">{say("health.settings.caught")}</Table.Th>
            <Table.Th ta="right">{say("health.settings.drift")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tried.map(({ params, caught, tried: of, driftDelayMs, chosen }) => (
            <Table.Tr key={varied.map((name) => String(params[name])).join()} fw={chosen ? 600 : undefined}>
              {varied.map((name, k) => (
                <Table.Td key={name}>
                  {typeof params[name] === "number" ? formatNumber(params[name]) : String(params[name])}
                  {chosen && k === 0 && <span className={classes.soft}> · {say("health.settings.taken")}</span>}
                </Table.Td>
              ))}
              <Table.Td ta="right">{formatNumber((100 * caught) / of, { decimals: 0 })} %</Table.Td>
              <Table.Td ta="right">{driftDelayMs === null ? "–" : formatDuration(driftDelayMs, say.language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p className={classes.help}>{say("health.settings.help")}</p>
    </>
  );
}
