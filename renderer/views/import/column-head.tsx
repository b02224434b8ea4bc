import { ColumnKind, type ColumnPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./preview-table.module.css";

interface Props {
  /** Counted from 1. */
  readonly number: number;
  readonly column: ColumnPlan;
  readonly disabled: boolean;
  readonly onColumn: (change: Partial<ColumnPlan>) => void;
}

/** What a column becomes: tag, unit and kind, each to be corrected where it stands. */
export function ColumnHead({ number, column, disabled, onColumn }: Props) {
  const say = useSay();
  return (
    <th className={classes.column} data-kind={column.kind}>
      <input
        className={classes.tag}
        aria-label={say("import-view.column.tag", { number })}
        title={column.header}
        value={column.tag}
        disabled={disabled}
        onChange={(event) => onColumn({ tag: event.currentTarget.value })}
      />
      <span className={classes.under}>
        <select
          className={classes.kind}
          aria-label={say("import-view.column.kind", { tag: column.tag })}
          value={column.kind}
          disabled={disabled}
          onChange={(event) => onColumn({ kind: event.currentTarget.value as ColumnKind })}
        >
          {ColumnKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {say(`import-view.kind.${kind}`)}
            </option>
          ))}
        </select>
        {column.kind === "number" && (
          <input
            className={classes.unit}
            aria-label={say("import-view.column.unit", { tag: column.tag })}
            placeholder={say("import-view.column.unit.none")}
            value={column.unit}
            disabled={disabled}
            onChange={(event) => onColumn({ unit: event.currentTarget.value })}
          />
        )}
      </span>
    </th>
  );
}
