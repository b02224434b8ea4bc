import { Table } from "@mantine/core";
import type { ColumnSummary } from "#shared/domain/importing.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { NumberCell } from "../../ui/number-cell.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./import-view.module.css";

const statesShown = 4;
const whole = { decimals: 0 } as const;

/** What became of every column. */
export function ReportColumns({ columns }: { readonly columns: readonly ColumnSummary[] }) {
  const say = useSay();
  return (
    <Panel title={say("import-view.report.columns")} flush>
      <Table highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say("import-view.report.tag")}</Table.Th>
            <Table.Th>{say("import-view.report.kind")}</Table.Th>
            {(["valid", "missing", "unreadable", "first", "last", "min", "mean", "max"] as const).map((name) => (
              <Table.Th key={name} ta="right">
                {say(`import-view.report.${name}`)}
              </Table.Th>
            ))}
            <Table.Th>{say("import-view.report.states")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {columns.map((column) => (
            <Table.Tr key={column.tag}>
              <Table.Td>
                {column.tag} {column.unit && <span className={classes.soft}>{printUnit(column.unit)}</span>}
              </Table.Td>
              <Table.Td>{say(`import-view.kind.${column.kind}`)}</Table.Td>
              <NumberCell value={numeric(column, column.valid)} format={whole} />
              <NumberCell value={numeric(column, column.missing)} format={whole} />
              <NumberCell value={numeric(column, column.unreadable)} format={whole} />
              <NumberCell value={numeric(column, column.first)} />
              <NumberCell value={numeric(column, column.last)} />
              <NumberCell value={numeric(column, column.min)} />
              <NumberCell value={numeric(column, column.mean)} />
              <NumberCell value={numeric(column, column.max)} />
              <Table.Td className={classes.states ?? ""} title={column.states.map(stateText).join("\n")}>
                {column.states.slice(0, statesShown).map(stateText).join(", ")}
                {column.states.length > statesShown && " …"}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

const numeric = (column: ColumnSummary, value: number | null): number | null => (column.kind === "number" ? value : null);
const stateText = (state: ColumnSummary["states"][number]): string => `${state.text} × ${formatNumber(state.count, whole)}`;
