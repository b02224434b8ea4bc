import { cli } from "#shared/language/cli.ts";
import { cliCases } from "#shared/language/cli-cases.ts";
import { cliEpisodes } from "#shared/language/cli-episodes.ts";
import { cliProof } from "#shared/language/cli-proof.ts";
import { cliTags } from "#shared/language/cli-tags.ts";
import { fill, type Language } from "#shared/language/sentence.ts";
import { formatNumber } from "#shared/units/format-number.ts";

const sentences = { ...cli, ...cliProof, ...cliCases, ...cliEpisodes, ...cliTags } as const;
export type CliKey = keyof typeof sentences;

/** A sentence of the command line; numbers in its data are written as everywhere in the product. */
export const words = (language: Language, key: CliKey, data: Readonly<Record<string, string | number>> = {}): string =>
  fill(
    sentences[key][language],
    Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === "number" ? formatNumber(value) : value])),
  );
