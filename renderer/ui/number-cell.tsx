import { Table } from "@mantine/core";
import type { NumberFormat } from "#shared/units/format-number.ts";
import { Quantity } from "./quantity.tsx";

/** A table cell that holds a number, right-aligned so that digits stand under digits. */
export function NumberCell(props: { readonly value: number | null | undefined; readonly unit?: string; readonly format?: NumberFormat }) {
  return (
    <Table.Td ta="right">
      <Quantity {...props} />
    </Table.Td>
  );
}
