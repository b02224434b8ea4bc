import { expect, test } from "vitest";
import type { DrillOutcome } from "#shared/domain/fault-drill.ts";
import type { Limit } from "#shared/domain/health.ts";
import { healthFindings } from "#shared/language/health-findings.ts";
import { fill } from "#shared/language/sentence.ts";
import { chooseFamily, recommendationFindings } from "../../../../main/analysis/health/choose-family.ts";
import type { Drill } from "../../../../main/analysis/health/drill-plan.ts";
import type { ProvenFamily } from "../../../../main/analysis/health/prove-family.ts";

const drill: Drill = { fault: "step", tag: "flow", companion: "flow", size: 2, block: 0, from: 0, to: 1, donor: 0, seed: 1 };

const limit: Limit = {
  value: 0.5,
  alertsPerWeek: 1,
  expectedAlertsPerWeek: 1,
  method: "tail",
  onDelayMs: 0,
  offDelayMs: 0,
  deadband: 0,
};

/** A family that caught these of the hundred drills. */
function proof(familyId: string, caught: (k: number) => boolean): ProvenFamily {
  const traces = Array.from({ length: 100 }, (_, k) => ({
    drill,
    sigma: 1,
    sinceMs: Float64Array.of(60_000),
    held: Float64Array.of(caught(k) ? 0.9 : 0.1),
    heldBefore: Float64Array.of(-1),
  }));
  const outcomes: DrillOutcome[] = [{ fault: "step", tried: 100, caught: traces.filter((_, k) => caught(k)).length, delayMs: 60_000 }];
  return {
    heldOut: new Float64Array(0),
    limit,
    traces,
    drills: { familyId, points: [{ alertsPerWeek: 1, limit: 0.5, falseAlertsPerWeek: 0, outcomes }] },
  };
}

test("the first family is recommended while no other catches clearly more of the same drills", () => {
  const first = proof("similarity", (k) => k < 50);
  const four = proof("pca", (k) => k < 54);
  const muchButByChance = proof("isolation-forest", (k) => (k < 50 ? k % 2 === 0 : k % 20 > 4));
  expect(chooseFamily([first])).toBe(0);
  expect(chooseFamily([first, four, muchButByChance])).toBe(0);
  expect(chooseFamily([first, proof("pca", (k) => k < 60)])).toBe(1);
});

test("of several that catch more, one must be clearly better than the one before it", () => {
  const proofs = [50, 60, 62, 80].map((upTo, k) => proof(`family-${k}`, (i) => i < upTo));
  expect(chooseFamily(proofs)).toBe(3);
  expect(chooseFamily(proofs.slice(0, 3))).toBe(1);
});

test("a reference too short to prove the budget keeps the first family, however much another seems to catch", () => {
  const unproven = [50, 90].map((upTo, k) => ({
    ...proof(`family-${k}`, (i) => i < upTo),
    limit: { ...limit, method: "bounded" as const },
  }));
  expect(chooseFamily(unproven)).toBe(0);
  expect(recommendationFindings(unproven, 0, 1).map(({ code }) => code)).toEqual(["health.recommended-unproven"]);
});

test("the reason is told in the numbers of the drills, in both languages", () => {
  const proofs = [proof("similarity", (k) => k < 50), proof("pca", (k) => k < 73)];
  const none = { ...proofs[0]!, traces: [], drills: null };
  const findings = [
    recommendationFindings(proofs, 1, 1),
    recommendationFindings(proofs, 0, 7),
    recommendationFindings([none, none], 0, 1),
  ].flat();
  expect(findings.map(({ code }) => code)).toEqual([
    "health.recommended-better",
    "health.recommended-first",
    "health.recommended-without-drills",
  ]);
  expect(findings[0]!.data).toEqual({ caught: 73, tried: 100, others: 50, budget: 1 });
  for (const { code, message, data } of findings) {
    const sentence = healthFindings[code as keyof typeof healthFindings];
    expect(fill(sentence.en, data)).toBe(message);
    expect(fill(sentence.zh, data)).not.toContain("{");
  }
});
