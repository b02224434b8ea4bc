import type { Severity } from "#shared/domain/finding.ts";
import type { WatchFinding } from "#shared/domain/watch.ts";
import { say } from "#shared/language/index.ts";
import type { watch } from "#shared/language/watch.ts";

/** An alert about the data with its English sentence. */
export const watchFinding = (
  code: keyof typeof watch,
  severity: Severity,
  data: Readonly<Record<string, string | number>>,
  { tags, at }: Pick<WatchFinding, "tags" | "at">,
): WatchFinding => ({ code, severity, message: say("en", code, data), data, tags: [...tags], at });
