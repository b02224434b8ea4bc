import { expect, test } from "vitest";
import { listedTally, type PlaywrightReport, playwrightTally } from "../../../build/suite/playwright-tally.ts";

type Spec = PlaywrightReport["suites"][number]["specs"][number];
const spec = (title: string, status: Spec["tests"][number]["status"], why?: string): Spec => ({
  title,
  tests: [{ status, annotations: why === undefined ? [] : [{ type: "skip", description: why }] }],
});
const report: PlaywrightReport = {
  suites: [
    { specs: [spec("opens", "expected")], suites: [{ specs: [spec("closes", "flaky"), spec("traces", "skipped", "no strace")] }] },
    { specs: [spec("imports", "unexpected")] },
  ],
  errors: [],
};

test("tests of nested suites are counted; a second try passes but is named, and a skip tells why", () => {
  expect(playwrightTally(report, 1)).toEqual({
    passed: 2,
    failed: 1,
    skipped: 1,
    notes: ["passed on the second try: closes", "skipped: traces (no strace)"],
  });
});

test("an error outside any test is a failure", () => {
  expect(playwrightTally({ suites: [{ specs: [spec("opens", "expected")] }], errors: [{}] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});

test("a run that ends badly without a failed test, or leaves no report, is a failure", () => {
  expect(playwrightTally({ suites: [], errors: [] }, 1)).toMatchObject({ failed: 1 });
  expect(playwrightTally(undefined, 0)).toMatchObject({ failed: 1 });
});

test("where no window can be opened every window test counts as skipped, none as passed", () => {
  const tally = listedTally(report, "missing Xvfb");
  expect(tally).toMatchObject({ passed: 0, failed: 0, skipped: 4 });
  expect(tally.notes[0]).toContain("missing Xvfb");
});
