import { Badge, Table } from "@mantine/core";
import type { BaselineCandidate, EfficiencyModel } from "#shared/domain/efficiency.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { NumberCell } from "../../ui/number-cell.tsx";
import { Panel } from "../../ui/panel.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import { candidateVerdict } from "./candidate-verdict.ts";
import classes from "./efficiency.module.css";

/** How far the expectation was off on what it had not seen, in words and beside the other kinds that were tried. */
export function ErrorPanel({ model }: { readonly model: EfficiencyModel }) {
  const say = useSay();
  const { error, candidates, kpi } = model;
  const percent = (share: number, sign = false): string => formatQuantity(share * 100, "%", { significant: 2, sign });
  const sentence = error.scheme === "row-blocks" ? "efficiency.error.words-rows" : "efficiency.error.words";
  const verdictOn = (candidate: BaselineCandidate): string => {
    const verdict = candidateVerdict(candidate, candidates, model.familyId);
    if (verdict.kind === "worse") return say("efficiency.candidates.why.worse", { percent: percent(verdict.percent / 100) });
    return say(`efficiency.candidates.why.${verdict.kind}`, verdict.kind === "set-aside" ? { tags: verdict.tags } : {});
  };
  const joint = say.language === "zh" ? "" : " ";
  return (
    <Panel title={say("efficiency.error.title")}>
      <p className={classes.words}>
        {[
          say(sentence, { cvRmse: percent(error.cvRmse), nmbe: percent(error.nmbe, true) }),
          error.r2 > 0
            ? say("efficiency.error.explains", { r2: formatQuantity(error.r2 * 100, "%", { significant: 3 }) })
            : say("efficiency.error.useless"),
          say(`efficiency.error.scheme.${error.scheme}`, { n: error.n, folds: error.folds }),
        ].join(joint)}
      </p>
      <h3 className={classes.small}>{say("efficiency.candidates.title")}</h3>
      <div className={classes.candidates}>
        <Table aria-label={say("efficiency.candidates.title")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say("efficiency.candidates.family")}</Table.Th>
              <Table.Th ta="right">{say("efficiency.candidates.rmse", { unit: printUnit(kpi.unit) })}</Table.Th>
              <Table.Th ta="right">{say("efficiency.candidates.cv")}</Table.Th>
              <Table.Th ta="right">{say("efficiency.candidates.nmbe")}</Table.Th>
              <Table.Th ta="right">{say("efficiency.candidates.r2")}</Table.Th>
              <Table.Th>{say("efficiency.candidates.why")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {candidates.map((candidate) => (
              <Table.Tr key={candidate.familyId} {...(candidate.familyId === model.familyId ? { fw: 600 } : {})}>
                <Table.Td title={wordsOr(say, `family.${candidate.familyId}.help`, "")}>
                  {wordsOr(say, `family.${candidate.familyId}`, candidate.familyId)}{" "}
                  {candidate.familyId === model.familyId && <Badge size="xs">{say("efficiency.candidates.chosen")}</Badge>}
                </Table.Td>
                <NumberCell value={candidate.error.rmse} format={{ significant: 3 }} />
                <NumberCell value={candidate.error.cvRmse * 100} unit="%" format={{ significant: 3 }} />
                <NumberCell value={candidate.error.nmbe * 100} unit="%" format={{ significant: 2, sign: true }} />
                <Table.Td ta="right">{formatNumber(candidate.error.r2, { decimals: 3 })}</Table.Td>
                <Table.Td className={classes.soft ?? ""}>{verdictOn(candidate)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {candidates.length > 1 && <p className={classes.help}>{say("efficiency.candidates.help")}</p>}
    </Panel>
  );
}
