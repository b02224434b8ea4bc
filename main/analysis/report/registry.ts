import type { ReportSection } from "./section.ts";
import { appendix } from "./sections/appendix.ts";
import { cases } from "./sections/cases.ts";
import { cover } from "./sections/cover.ts";
import { dataQuality } from "./sections/data-quality.ts";
import { efficiency } from "./sections/efficiency.ts";
import { health } from "./sections/health.ts";
import { proof } from "./sections/proof.ts";
import { summary } from "./sections/summary.ts";
import { trial } from "./sections/trial.ts";

/** The parts of a report in their order on paper. */
export const reportSections: readonly ReportSection[] = [cover, summary, dataQuality, health, cases, efficiency, proof, trial, appendix];
