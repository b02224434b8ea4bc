import { formatNumber, type NumberFormat, noNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import classes from "./quantity.module.css";

interface Props {
  readonly value: number | null | undefined;
  readonly unit?: string;
  readonly format?: NumberFormat;
}

/** A number with its unit set apart; a missing number is a dash. */
export function Quantity({ value, unit = "", format }: Props) {
  const digits = formatNumber(value, format);
  const symbol = digits === noNumber ? "" : printUnit(unit);
  return (
    <span className={classes.quantity}>
      {digits}
      {symbol && <span className={classes.unit}> {symbol}</span>}
    </span>
  );
}
