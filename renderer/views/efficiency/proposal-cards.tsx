import { Badge, Loader } from "@mantine/core";
import type { KpiProposal } from "#shared/domain/efficiency.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import classes from "./efficiency.module.css";

interface Props {
  readonly proposals: readonly KpiProposal[] | undefined;
  readonly usedId: string;
  readonly onUse: (proposal: KpiProposal) => void;
  readonly onOwn: () => void;
}

/** KPIs that the tags allow, with the reasons for each part. */
export function ProposalCards({ proposals, usedId, onUse, onOwn }: Props) {
  const say = useSay();
  if (!proposals) return <Loader size="sm" aria-label={say("ui.loading")} />;
  const own = !proposals.some(({ kpi }) => kpi.id === usedId);
  return (
    <>
      {proposals.length === 0 && <p className={classes.help}>{say("efficiency.proposals.none")}</p>}
      <div className={classes.proposals}>
        {proposals.map((proposal) => {
          const { kpi, findings } = proposal;
          const used = kpi.id === usedId;
          return (
            <div key={kpi.id} className={classes.proposal} data-used={used || undefined}>
              <button type="button" className={classes.proposalHead} aria-pressed={used} onClick={() => onUse(proposal)}>
                <strong>{kpi.name}</strong>
                {kpi.unit !== "" && <Badge color="gray">{printUnit(kpi.unit)}</Badge>}
                {used && <Badge>{say("efficiency.proposals.used")}</Badge>}
                <code className={classes.mono}>{kpi.formula}</code>
              </button>
              {used && <FindingList findings={findings} shown={3} />}
            </div>
          );
        })}
        {proposals.length > 0 && (
          <div className={classes.proposal} data-used={own || undefined}>
            <button type="button" className={classes.proposalHead} aria-pressed={own} onClick={onOwn}>
              <strong>{say("efficiency.proposals.own")}</strong>
              {own && <Badge>{say("efficiency.proposals.used")}</Badge>}
            </button>
          </div>
        )}
      </div>
    </>
  );
}
