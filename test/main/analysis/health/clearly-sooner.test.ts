import { expect, test } from "vitest";
import { clearlySooner } from "../../../../main/analysis/health/clearly-sooner.ts";
import type { Drill } from "../../../../main/analysis/health/drill-plan.ts";
import type { ProvenFamily } from "../../../../main/analysis/health/prove-family.ts";

const rows = 100;
const drill: Drill = { fault: "drift", tag: "flow", companion: "flow", size: 2, block: 0, from: 0, to: rows, donor: 0, seed: 1 };
const sinceMs = Float64Array.from({ length: rows }, (_, i) => 60_000 * i);

/** A model that tells the hundred drills at these rows; null where it misses one. */
const told = (at: (k: number) => number | null): ProvenFamily => ({
  heldOut: new Float64Array(0),
  limit: { value: 0.5, alertsPerWeek: 1, expectedAlertsPerWeek: 1, method: "tail", onDelayMs: 0, offDelayMs: 0, deadband: 0 },
  traces: Array.from({ length: 100 }, (_, k) => ({
    drill,
    sigma: 1,
    sinceMs,
    held: Float64Array.from({ length: rows }, (_, i) => (at(k) !== null && i >= at(k)! ? 0.9 : 0.1)),
    heldBefore: new Float64Array(rows).fill(-1),
  })),
  drills: null,
});
const usual = told(() => 60);

test("five hours instead of seven is sooner, a few minutes are not", () => {
  expect(
    clearlySooner(
      told(() => 43),
      usual,
      2,
    ),
  ).toBe(true);
  expect(
    clearlySooner(
      told(() => 57),
      usual,
      2,
    ),
  ).toBe(false);
  expect(clearlySooner(usual, usual, 2)).toBe(false);
});

test("sooner here and later there is chance", () => {
  const mixed = told((k) => (k % 2 === 0 ? 40 : 80));
  expect(clearlySooner(mixed, usual, 2)).toBe(false);
});

test("a few drills that are told sooner do not speak for the others", () => {
  expect(
    clearlySooner(
      told((k) => (k < 4 ? 1 : 60)),
      usual,
      2,
    ),
  ).toBe(false);
});

test("sooner is worth nothing where fewer are caught", () => {
  expect(
    clearlySooner(
      told((k) => (k < 10 ? null : 30)),
      usual,
      2,
    ),
  ).toBe(false);
  expect(
    clearlySooner(
      told(() => 30),
      told((k) => (k < 10 ? null : 60)),
      2,
    ),
  ).toBe(true);
});
