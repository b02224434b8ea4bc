import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { caughtShare, drillPointAt, type FamilyDrills } from "#shared/domain/fault-drill.ts";
import type { HealthModel } from "#shared/domain/health.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { DrillTable } from "./drill-table.tsx";
import classes from "./drills.module.css";
import health from "./health.module.css";
import { TradeOffCurve } from "./trade-off-curve.tsx";
import type { Budget } from "./use-budget.ts";

interface Props {
  readonly model: HealthModel;
  readonly drills: readonly FamilyDrills[];
  readonly budget: Budget;
  readonly open: boolean;
  readonly onOpen: (open: boolean) => void;
}

const told = /^health\.(drill|recommended|settings)/;

/** What the model would have caught, proved on good rows it had not seen; folded up it is one line. */
export function DrillPanel({ model, drills, budget, open, onOpen }: Props) {
  const say = useSay();
  const point = drillPointAt(drills[0]!, budget.alertsPerWeek);
  const tried = point.outcomes.reduce((sum, outcome) => sum + outcome.tried, 0);
  const findings = model.findings.filter(({ code }) => told.test(code));
  return (
    <Panel
      className={classes.panel ?? ""}
      title={say("health.drills.title")}
      note={say("health.drills.lead", { share: `${formatNumber(100 * caughtShare(point), { decimals: 0 })} %`, count: tried })}
      actions={
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-expanded={open}
          leftSection={open ? <IconChevronDown size={13} /> : <IconChevronRight size={13} />}
          onClick={() => onOpen(!open)}
        >
          {say(open ? "health.drills.hide" : "health.drills.show")}
        </Button>
      }
    >
      {open ? (
        <>
          <p className={health.help}>{say("health.drills.help")}</p>
          <div className={classes.body}>
            <TradeOffCurve drills={drills} alertsPerWeek={budget.alertsPerWeek} onMove={budget.move} onChosen={budget.choose} />
            <DrillTable drills={drills} alertsPerWeek={budget.alertsPerWeek} />
          </div>
          {findings.length > 0 && <FindingList findings={findings} shown={4} />}
        </>
      ) : undefined}
    </Panel>
  );
}
