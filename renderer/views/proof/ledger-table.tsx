import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Measure, SavingSummary } from "#shared/domain/measure.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { type Say, useSay } from "../../app/language.tsx";
import { Period } from "../../ui/period.tsx";
import { Quantity } from "../../ui/quantity.tsx";
import { lastSaving, measureStatus } from "./measure-status.ts";
import classes from "./proof.module.css";
import { VerdictMark } from "./verdict-mark.tsx";

interface Props {
  readonly measures: readonly Measure[];
  readonly chosenId: string;
  readonly onChoose: (measureId: string) => void;
}

const columns = ["name", "status", "baseline", "smallest", "saving", "amount", "verdict"] as const;
const right: readonly string[] = ["smallest", "saving", "amount"];

/** One line per measure, made for the keyboard. */
export function LedgerTable({ measures, chosenId, onChoose }: Props) {
  const say = useSay();
  const row = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row to bring into sight is another one when the choice is
  useEffect(() => row.current?.scrollIntoView({ block: "nearest" }), [chosenId]);
  const at = measures.findIndex(({ id }) => id === chosenId);
  const keys = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -measures.length, End: measures.length };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onChoose(measures[Math.max(0, Math.min(measures.length - 1, at + step))]!.id);
  };
  return (
    <div className={classes.ledger}>
      <table className={classes.table} aria-label={say("proof-view.ledger")}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} className={right.includes(column) ? classes.number : ""}>
                {say(`proof-view.col.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the rows are walked with the arrows */}
        <tbody tabIndex={0} onKeyDown={keys}>
          {measures.map((measure) => {
            const { id, plan, unit, smallestPercent } = measure;
            const saving = lastSaving(measure);
            const status = measureStatus(measure);
            const { ranges } = plan.baseline;
            return (
              <tr
                key={id}
                ref={id === chosenId ? row : null}
                data-measure={plan.name}
                aria-selected={id === chosenId}
                onClick={() => onChoose(id)}
              >
                <td className={classes.name}>{plan.name}</td>
                <td data-status={status} className={classes.status}>
                  {say(`proof-view.status.${status}`)}
                </td>
                <td>
                  <Period from={ranges[0]?.from} to={ranges.at(-1)?.to} />
                </td>
                <td className={classes.number}>
                  {smallestPercent === null
                    ? "–"
                    : say("proof-view.in-weeks", { percent: formatNumber(smallestPercent, { significant: 2 }), weeks: plan.plannedWeeks })}
                </td>
                <td className={classes.number}>{saving ? percentInWords(say, saving) : "–"}</td>
                <td className={classes.number}>
                  <Quantity value={saving?.avoided} unit={unit} format={{ significant: 3 }} />
                </td>
                <td>
                  <VerdictMark verdict={saving?.verdict} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function percentInWords(say: Say, { percent, low, high }: SavingSummary): string {
  if (percent === null || low === null || high === null) return "–";
  const [shown, from, to] = [percent, low, high].map((value) => formatNumber(value, { decimals: 1 }));
  return say("proof-view.interval", { percent: shown!, low: from!, high: to! });
}
