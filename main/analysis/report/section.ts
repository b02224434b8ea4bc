import type { Block } from "#shared/document/block.ts";
import type { ReportFacts } from "#shared/domain/report-facts.ts";
import type { Words } from "./words.ts";

/** One part of the report. Facts are gathered by the workbench; a section only words them. */
export interface ReportSection {
  readonly id: string;
  /** Pure. Every number carries its unit, every claim the period and the model it rests on. Empty where there is nothing to say. */
  compose(facts: ReportFacts, words: Words): Block[];
}
