import type { QualityFinding, TagQuality } from "#shared/domain/quality.ts";

const weights: Record<QualityFinding["severity"], number> = { blocking: 10_000, warning: 100, note: 1 };

/** How much is wrong with a tag, to put the worst first: a warning outweighs any number of notes. */
export const weightOf = ({ findings, coverage }: TagQuality): number =>
  findings.reduce((sum, { severity }) => sum + weights[severity], 0) + (1 - coverage) / 10;
