import { type KeyboardEvent, useEffect, useRef } from "react";
import { useSay } from "../../app/language.tsx";
import { Period } from "../../ui/period.tsx";
import { Quantity } from "../../ui/quantity.tsx";
import type { LedgerLine } from "./ledger-line.ts";
import classes from "./proof.module.css";
import { VerdictMark } from "./verdict-mark.tsx";

interface Props {
  readonly lines: readonly LedgerLine[];
  readonly chosenId: string;
  readonly onChoose: (id: string) => void;
}

const columns = ["name", "status", "baseline", "smallest", "saving", "amount", "verdict"] as const;
const right: readonly string[] = ["smallest", "saving", "amount"];

/** One line per measure and per trial, made for the keyboard. */
export function LedgerTable({ lines, chosenId, onChoose }: Props) {
  const say = useSay();
  const row = useRef<HTMLTableRowElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the row to bring into sight is another one when the choice is
  useEffect(() => row.current?.scrollIntoView({ block: "nearest" }), [chosenId]);
  const at = lines.findIndex(({ id }) => id === chosenId);
  const keys = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, Home: -lines.length, End: lines.length };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onChoose(lines[Math.max(0, Math.min(lines.length - 1, at + step))]!.id);
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
          {lines.map((line) => (
            <tr
              key={line.id}
              ref={line.id === chosenId ? row : null}
              data-measure={line.name}
              aria-selected={line.id === chosenId}
              onClick={() => onChoose(line.id)}
            >
              <td className={classes.name}>{line.name}</td>
              <td data-status={line.status} className={classes.status}>
                {line.statusWords}
              </td>
              <td>
                <Period from={line.from} to={line.to} />
              </td>
              <td className={classes.number}>{line.smallest}</td>
              <td className={classes.number}>{line.saving}</td>
              <td className={classes.number}>
                <Quantity value={line.amount} unit={line.unit} format={{ significant: 3 }} />
              </td>
              <td>
                <VerdictMark verdict={line.verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
