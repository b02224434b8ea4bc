import { expect, test } from "vitest";
import type { Baseline } from "#shared/domain/proof.ts";
import { canonicalJson } from "../../../../../main/analysis/efficiency/proof/canonical-json.ts";
import { changedSince, lockBaseline, lockContent, lockFindings } from "../../../../../main/analysis/efficiency/proof/lock.ts";
import { baselineOf, exampleMeter } from "./example-meter.ts";

test("the content of a lock does not depend on the order in which names were written", () => {
  const baseline = baselineOf(exampleMeter({ days: 365, seed: 1 }), 365);
  const shuffled = Object.fromEntries(Object.entries(baseline).reverse()) as Baseline;
  expect(lockContent(shuffled)).toBe(lockContent(baseline));
  expect(lockContent(JSON.parse(lockContent(baseline)))).toBe(lockContent(baseline));
  expect(canonicalJson({ b: [1, { d: "x", c: -0.5 }], a: null, e: undefined })).toBe('{"a":null,"b":[1,{"c":-0.5,"d":"x"}]}');
  expect(() => canonicalJson([Number.NaN])).toThrow();
});

test("what was changed since the lock is named; one reading is enough", () => {
  const baseline = baselineOf(exampleMeter({ days: 365, seed: 2 }), 365);
  expect(changedSince(baseline, structuredClone(baseline))).toEqual([]);
  const touched = structuredClone(baseline);
  touched.rows.energy[17] = 1;
  touched.drivers[0]!.high = 40;
  expect(changedSince(baseline, touched)).toEqual(["drivers.0.high", "rows.energy.17"]);
  expect(lockContent(touched)).not.toBe(lockContent(baseline));
  expect(changedSince(baseline, { ...baseline, coefficients: [1] })).toEqual(["coefficients"]);
});

test("a lock asks for a whole SHA-256", () => {
  const baseline = baselineOf(exampleMeter({ days: 365, seed: 3 }), 365);
  expect(() => lockBaseline(baseline, "abc", 0, "engineer")).toThrow();
  expect(lockBaseline(baseline, "a".repeat(64), 5, "engineer")).toMatchObject({ lockedAt: 5, lockedBy: "engineer" });
});

test("a baseline whose fingerprint is another, or that was learned anew, may not be reported on", () => {
  const baseline = baselineOf(exampleMeter({ days: 365, seed: 4 }), 365);
  const locked = lockBaseline(baseline, "a".repeat(64), Date.UTC(2025, 0, 2), "engineer");
  expect(lockFindings(locked, "a".repeat(64), structuredClone(baseline))).toEqual([]);
  const anew = baselineOf(exampleMeter({ days: 365, seed: 5 }), 365);
  expect(lockFindings(locked, "b".repeat(64), anew)).toMatchObject([
    { code: "proof.lock-broken", severity: "blocking", data: { day: "2025-01-02" } },
    { code: "proof.baseline-changed", severity: "blocking" },
  ]);
});
