import type { Tally } from "./tally.ts";

/** The part of Vitest's JSON report that counts. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * Counts tests. A file that failed before its tests could run counts as one failure, and so does a run that ended badly though no test
 * did (an error nobody caught); without a report, the run itself is the failure.
 */
export function vitestTally(report: VitestReport | undefined, exitCode: number): Tally {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const count = (...states: string[]) => tests.filter(({ status }) => states.includes(status)).length;
  const brokenFiles = files.filter((file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"));
  const failed = count("failed") + brokenFiles.length;
  const skipped = tests.filter(({ status }) => !["passed", "failed"].includes(status));
  return {
    passed: count("passed"),
    failed: failed === 0 && (exitCode !== 0 || report === undefined) ? 1 : failed,
    skipped: skipped.length,
    notes: [
      ...brokenFiles.map((file) => `did not run: ${file.name} ${file.message ?? ""}`.trim()),
      ...skipped.map((one) => `skipped: ${one.fullName}`),
    ],
  };
}
