import type { Finding } from "#shared/domain/finding.ts";
import { sayCoded } from "#shared/language/index.ts";
import type { Output } from "../frame/output.ts";

/** Findings as lines, the gravest first. */
export function tellFindings(out: Output, findings: readonly Finding[]): void {
  const order = ["blocking", "warning", "note"] as const;
  for (const severity of order) {
    for (const finding of findings) {
      if (finding.severity === severity) out.line(`  ${out.say(`cli.severity.${severity}`)}: ${sayCoded(out.language, finding)}`);
    }
  }
}
