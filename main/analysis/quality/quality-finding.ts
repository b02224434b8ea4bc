import type { Severity } from "#shared/domain/finding.ts";
import type { QualityFinding } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { say } from "#shared/language/index.ts";
import type { quality } from "#shared/language/quality.ts";

type FindingCode = Extract<keyof typeof quality, `quality.${"log" | "tag"}.${string}`>;

/** A finding with its English sentence. */
export const qualityFinding = (
  code: FindingCode,
  severity: Severity,
  data: Readonly<Record<string, string | number>>,
  at: TimeRange | null,
): QualityFinding => ({ code, severity, message: say("en", code, data), data, at });
