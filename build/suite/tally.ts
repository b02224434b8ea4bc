/** How a step of the test command went. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** For the reader, one line each: why something was skipped, what was only passed on a second try. */
  readonly notes: readonly string[];
}

export const nothing: Tally = { passed: 0, failed: 0, skipped: 0, notes: [] };

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (a, b) => ({
      passed: a.passed + b.passed,
      failed: a.failed + b.failed,
      skipped: a.skipped + b.skipped,
      notes: [...a.notes, ...b.notes],
    }),
    nothing,
  );
}

/** The line that closes a run: `12 passed, 0 failed`, with `, 3 skipped` if any. */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
