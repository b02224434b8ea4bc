import type { Tag } from "#shared/domain/asset.ts";
import { derivedTemplates, filledTemplate, likelyTags } from "#shared/formula/derived-templates.ts";
import { say } from "#shared/language/index.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import type { Output } from "../frame/output.ts";
import { textTable } from "../frame/text-table.ts";

/** A unit as people read it; a dash where there is none. */
export const unitWords = (unit: string): string => (unit === "" ? "–" : printUnit(unit));

/** The tags of an asset with their figures; derived ones say by what. */
export function tellTags(out: Output, tags: readonly Tag[]): void {
  const derived = tags.some((tag) => tag.formula !== undefined);
  const head = (["name", "unit", "samples", "min", "mean", "max"] as const).map((column) => out.say(`cli.tags.col.${column}`));
  const rows = tags.map(({ name, unit, valid, min, mean, max, formula }) => [
    name,
    unitWords(unit),
    formatNumber(valid),
    ...[min, mean, max].map((value) => formatNumber(value, { significant: 4 })),
    ...(derived ? [formula ?? ""] : []),
  ]);
  for (const line of textTable([...head, ...(derived ? [out.say("cli.tags.col.formula")] : [])], rows)) out.line(line);
}

/** The templates, and what each would be on these tags. */
export function tellTemplates(out: Output, tags: readonly Tag[]): { templates: object[] } {
  const templates = derivedTemplates.map((template) => ({
    id: template.id,
    places: template.slots.map(({ id }) => id),
    proposed: filledTemplate(template, likelyTags(template, tags), template.span ?? "") ?? null,
  }));
  const rows = templates.map(({ id, proposed }) => [
    id,
    say(out.language, `derived.template.${id}.help`),
    proposed ? `${proposed.name} = ${proposed.formula}` : "–",
  ]);
  for (const line of textTable([out.say("cli.tags.col.template"), "", out.say("cli.tags.col.proposed")], rows)) out.line(line);
  return { templates };
}
