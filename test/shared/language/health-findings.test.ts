import { expect, test } from "vitest";
import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import { ProblemError } from "#shared/domain/problem.ts";
import type { RegimePlan } from "#shared/domain/regime.ts";
import { quietRun } from "#shared/domain/run.ts";
import { healthFindings } from "#shared/language/health-findings.ts";
import { fill } from "#shared/language/sentence.ts";
import { recommendationFindings } from "../../../main/analysis/health/choose-family.ts";
import { proposeReference } from "../../../main/analysis/health/propose-reference.ts";
import type { ProvenRegimes } from "../../../main/analysis/health/prove-regimes.ts";
import { coverFindings, fitFindings, unseenFinding } from "../../../main/analysis/health/regime-findings.ts";
import { deserializeHealth } from "../../../main/analysis/health/saved-health.ts";
import { settingsFindings } from "../../../main/analysis/health/search-params.ts";
import { trainHealth } from "../../../main/analysis/health/train.ts";
import { familyById } from "../../../main/analysis/models/registry.ts";
import { day, exampleLog, minute } from "../../main/analysis/health/example-log.ts";

const train = (frame: Frame, to: number, familyId = "pca") =>
  trainHealth({ frame, reference: [{ from: 0, to }], familyId, params: {}, budget: { alertsPerWeek: 1 }, drills: true }, quietRun())
    .findings;

const thrown = (work: () => unknown): Pick<Finding, "code" | "message" | "data">[] => {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof ProblemError ? [error.problem] : [];
  }
};

/** Every finding and problem the health analysis can give, each provoked. */
function provoked(): Pick<Finding, "code" | "message" | "data">[] {
  const log = exampleLog();
  const flat = { tag: "flat", unit: "", values: new Float64Array(log.time.length).fill(3) };
  const sparse = { tag: "sparse", unit: "", values: log.columns[3]!.values.map((v, i) => (i % 7 === 0 ? v : Number.NaN)) };
  const restless = exampleLog();
  for (const column of restless.columns) for (let i = 0; i < 2880; i++) column.values[i]! *= i % 900 < 400 ? 2 : 1;
  const many = {
    time: log.time,
    columns: Array.from({ length: 12 }, (_, k) => ({
      tag: `t${k}`,
      unit: "",
      values: log.columns[3]!.values.map((v, i) => v + ((i * (k + 3)) % 7)),
    })),
  };
  const kept = [...log.time.keys()].filter((i) => i % 1440 < 1200);
  const holed = {
    time: Float64Array.from(kept, (i) => log.time[i]!),
    columns: log.columns.map((c) => ({ ...c, values: Float64Array.from(kept, (i) => c.values[i]!) })),
  };
  return [
    ...train(holed, 4 * day),
    ...train({ ...log, columns: [...log.columns, flat, sparse] }, 4 * day),
    ...train(log, 20 * minute),
    ...train(many, 90 * minute),
    ...train({ ...log, columns: [flat] }, day),
    ...train(log, -1),
    ...train(log, 90 * minute, "recommended"),
    ...recommendationFindings([proof, { ...proof, limit: { ...proof.limit, method: "bounded" } }], 0, 2),
    ...[0, 1].flatMap((chosen) => recommendationFindings([proof, proof], chosen, 2)),
    ...[
      [true, false],
      [false, true],
    ].flatMap(([usual, other]) =>
      [3600_000, null].flatMap((driftDelayMs) =>
        settingsFindings([
          { params: { variance: 0.85 }, tried: 168, caught: 80, driftDelayMs, chosen: usual! },
          { params: { variance: 0.7 }, tried: 168, caught: 100, driftDelayMs, chosen: other! },
        ]),
      ),
    ),
    ...coverFindings(loads, [
      { id: "low", hours: 400, referenceHours: 0 },
      { id: "middle", hours: 400, referenceHours: 3 },
      { id: "high", hours: 400, referenceHours: 100 },
      { id: "full", hours: 400, referenceHours: 100 },
    ]),
    ...(["common", "limits", "models"] as const).flatMap((fit) =>
      [true, false].flatMap((asked) =>
        fitFindings({ fit, tried: [proof, proof, proof], plan: loads } as unknown as ProvenRegimes, [], 2, asked),
      ),
    ),
    unseenFinding({ tag: "a", unit: "degC", low: 3, high: 14.1 }, { hours: 31, value: 15.7 }),
    ...proposeReference(restless).findings,
    ...familyById("pca").sufficiency([{ time: log.time, columns: [...log.columns, flat] }], { variance: 0.9 }),
    ...thrown(() => familyById("oracle")),
    ...thrown(() => familyById("pca").deserialize({})),
    ...thrown(() => deserializeHealth({ family: "pca" })),
    ...thrown(() => deserializeHealth({ ...exampleSaved, preparation: "{}" })),
  ];
}

const trace = {
  drill: { fault: "step", tag: "a", companion: "a", size: 1, block: 0, from: 0, to: 1, donor: 0, seed: 1 } as const,
  sigma: 1,
  sinceMs: Float64Array.of(0),
  held: Float64Array.of(1),
  heldBefore: Float64Array.of(0),
};
const outcomes = [{ fault: "step" as const, tried: 1, caught: 1, delayMs: 0 }];
const proof = {
  heldOut: new Float64Array(0),
  limit: { value: 0.5, alertsPerWeek: 2, expectedAlertsPerWeek: 2, method: "tail" as const, onDelayMs: 0, offDelayMs: 0, deadband: 0 },
  traces: [trace],
  drills: { familyId: "pca", points: [{ alertsPerWeek: 2, limit: 0.5, falseAlertsPerWeek: 0, outcomes }] },
};

const loads: RegimePlan = {
  tags: ["load"],
  regimes: ["low", "middle", "high", "full"].map((id, k) => ({
    id,
    kind: "band",
    name: "",
    cells: [[{ tag: "load", unit: "kW", from: 10 * k, to: 10 * k + 10 }]],
    included: true,
  })),
};

const exampleSaved = {
  family: "pca",
  "state.tags": ["a"],
  "state.mean": Float64Array.of(0),
  "state.scale": Float64Array.of(1),
  "state.variances": Float64Array.of(1),
  "state.directions": Float64Array.of(1),
  "state.components": 1,
  "state.explained": 1,
  "state.t2Scale": 1,
  "state.speScale": 1,
};

test("every finding of the health analysis has its sentence, and the English one is its message", () => {
  const found = provoked();
  for (const { code, message, data } of found) {
    const sentence = healthFindings[code as keyof typeof healthFindings];
    expect(sentence, code).toBeDefined();
    expect(fill(sentence.en, data)).toBe(message);
    expect(fill(sentence.zh, data)).not.toMatch(/[{}]/);
  }
  expect([...new Set(found.map((f) => f.code))].sort()).toEqual(Object.keys(healthFindings).sort());
});
