import { cli } from "#shared/language/cli.ts";
import { fill, type Language } from "#shared/language/sentence.ts";
import { formatNumber } from "#shared/units/format-number.ts";

export type CliKey = keyof typeof cli;

/** A sentence of the command line; numbers in its data are written as everywhere in the product. */
export const words = (language: Language, key: CliKey, data: Readonly<Record<string, string | number>> = {}): string =>
  fill(
    cli[key][language],
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === "number" ? formatNumber(value) : value])),
  );
