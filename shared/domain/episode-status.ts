import type { Episode, Severity } from "./health.ts";

/**
 * NE 107 status of an episode with what a person knows of it: function check where it was a sensor or people at work, or looks like one that was;
 * undefined where it is normal, quiet, or was found by an older version.
 */
export function episodeStatus({ verdict, recall, recallDeclined, severity }: Episode): Severity | undefined {
  const known = verdict?.verdict ?? (recallDeclined ? undefined : recall?.verdict);
  if (verdict?.verdict === "normal" || (!verdict && recall?.quiet && !recallDeclined)) return undefined;
  return known === "sensor" || known === "maintenance" ? "function-check" : severity;
}
