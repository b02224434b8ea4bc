import { formatNumber } from "#shared/units/format-number.ts";

const units = ["B", "kB", "MB", "GB", "TB"] as const;

/** A size in steps of a thousand, as the makers of disks count: `411 MB`. */
export function bytes(size: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, size)) / 3)));
  return `${formatNumber(size / 1000 ** step, { significant: 3 })} ${units[step]}`;
}
