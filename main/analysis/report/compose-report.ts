import type { Block } from "#shared/document/block.ts";
import type { ReportFacts } from "#shared/domain/report-facts.ts";
import { reportSections } from "./registry.ts";
import { wordsIn } from "./words.ts";

/** All blocks of a report in the language it was asked for. */
export function composeReport(facts: ReportFacts): { section: string; blocks: Block[] }[] {
  const words = wordsIn(facts.request.language);
  return reportSections
    .map((section) => ({ section: section.id, blocks: section.compose(facts, words) }))
    .filter(({ blocks }) => blocks.length > 0);
}
