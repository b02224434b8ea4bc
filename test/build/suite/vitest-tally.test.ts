import { expect, test } from "vitest";
import { type VitestReport, vitestTally } from "../../../build/suite/vitest-tally.ts";

const file = (name: string, ...states: string[]): VitestReport["testResults"][number] => ({
  name,
  status: states.includes("failed") ? "failed" : "passed",
  assertionResults: states.map((status, i) => ({ fullName: `${name} ${i}`, status })),
});

test("tests are counted by what became of them, and skipped ones named", () => {
  const tally = vitestTally({ testResults: [file("a", "passed", "failed"), file("b", "passed", "pending", "todo")] }, 1);
  expect(tally).toEqual({ passed: 2, failed: 1, skipped: 2, notes: ["skipped: b 1", "skipped: b 2"] });
});

test("a file that could not be loaded is one failure beside the tests of the others", () => {
  const broken = { name: "broken.test.ts", status: "failed", message: "no such module", assertionResults: [] };
  expect(vitestTally({ testResults: [file("a", "passed", "failed"), broken] }, 1)).toMatchObject({ passed: 1, failed: 2 });
});

test("a run that ends badly is a failure though every test passed", () => {
  expect(vitestTally({ testResults: [file("a", "passed")] }, 1)).toMatchObject({ passed: 1, failed: 1 });
});

test("a run without a report is a failure", () => {
  expect(vitestTally(undefined, 0)).toMatchObject({ passed: 0, failed: 1 });
});
