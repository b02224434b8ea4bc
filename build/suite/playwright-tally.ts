import type { Tally } from "./tally.ts";

/** The part of Playwright's JSON report that counts. */
export interface PlaywrightReport {
  readonly suites: readonly Suite[];
  readonly errors: readonly unknown[];
}
interface Suite {
  readonly suites?: readonly Suite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: "expected" | "unexpected" | "flaky" | "skipped";
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/** Counts window tests. Those that a second try saved count as passed and are named; errors outside any test count as failures. */
export function playwrightTally(report: PlaywrightReport | undefined, exitCode: number): Tally {
  const tests = (report?.suites ?? []).flatMap(testsIn);
  const count = (...states: string[]) => tests.filter(({ status }) => states.includes(status)).length;
  const failed = count("unexpected") + (report?.errors.length ?? 0);
  return {
    passed: count("expected", "flaky"),
    failed: failed === 0 && (exitCode !== 0 || report === undefined) ? 1 : failed,
    skipped: count("skipped"),
    notes: tests.flatMap(({ title, status, why }) => {
      if (status === "flaky") return [`passed on the second try: ${title}`];
      return status === "skipped" ? [`skipped: ${title}${why ? ` (${why})` : ""}`] : [];
    }),
  };
}

/** Of a report that only lists: none has run, all count as skipped for one reason. */
export function listedTally(report: PlaywrightReport, reason: string): Tally {
  const listed = report.suites.flatMap(testsIn).length;
  return { passed: 0, failed: 0, skipped: listed, notes: [`skipped: ${listed} window tests, because ${reason}`] };
}

function testsIn(suite: Suite): { title: string; status: string; why: string | undefined }[] {
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.map(({ status, annotations }) => ({ title, status, why: annotations.find(({ type }) => type === "skip")?.description })),
  );
  return [...own, ...(suite.suites ?? []).flatMap(testsIn)];
}
