import { expect, test } from "vitest";
import type { HealthModel } from "#shared/domain/health.ts";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { languages } from "#shared/language/sentence.ts";
import { healthCard } from "../../../../../main/analysis/report/sections/health-card.ts";
import { healthDrills } from "../../../../../main/analysis/report/sections/health-drills.ts";
import { wordsIn } from "../../../../../main/analysis/report/words.ts";

const hour = 3_600_000;
const start = Date.UTC(2025, 2, 1);
const model: HealthModel = {
  id: "m2",
  assetId: "a",
  familyId: "pca",
  name: "pca",
  tags: ["P1.flow", "P1.head"],
  derived: [{ name: "P1.head", formula: "P1.out - P1.in", unit: "bar" }],
  reference: [{ from: start, to: start + 48 * hour }],
  params: { variance: 0.9 },
  seed: 3,
  rows: 2_880,
  features: {
    intervalMs: 60_000,
    gapMs: 600_000,
    smoothingMs: 300_000,
    operating: [{ tag: "P1.flow", unit: "m3/h", offBelow: 12 }],
    settlingMs: 0,
    leftOut: [],
  },
  limit: {
    value: 0.75,
    alertsPerWeek: 1,
    expectedAlertsPerWeek: 0.4,
    method: "tail",
    onDelayMs: 300_000,
    offDelayMs: 600_000,
    deadband: 0,
  },
  statistics: { score: { median: 0.3, q95: 0.5, q99: 0.6, max: 0.7 } },
  facts: {},
  drills: [
    {
      familyId: "pca",
      points: [
        {
          alertsPerWeek: 1,
          limit: 0.75,
          falseAlertsPerWeek: 0.3,
          outcomes: [
            { fault: "drift", tried: 20, caught: 15, delayMs: 5 * hour },
            { fault: "stuck", tried: 20, caught: 0, delayMs: null },
          ],
        },
      ],
    },
  ],
  findings: [
    { code: "health.drill-example", severity: "note", message: "would have caught a 2 % drift of P1.flow after 5 h", data: {} },
    { code: "health.tag-left-out", severity: "note", message: "P1.spare never changes", data: {} },
  ],
  createdAt: start,
  trainedMs: 4_000,
  parents: [{ importId: "i1", sha256: ["abcdef0123456789"] }],
  version: 2,
  before: { id: "m1", version: 1 },
};
const imports = [
  { id: "i1", files: [{ name: "march.csv" }], report: { from: start, to: start + 72 * hour } },
] as unknown as readonly ImportRecord[];

const written = (of: unknown): string => JSON.stringify(of);

test("the card names version, parent files with their time, derived tags, parameters, limit and budget", () => {
  const card = written(healthCard(model, imports, wordsIn("en")));
  for (const part of [
    "2, trained after version 1",
    "march.csv, 2025-03-01",
    "SHA-256 abcdef012345…",
    "P1.head = P1.out - P1.in [bar]",
    "P1.flow < 12 m³/h",
    "at most 1 a week; expected on normal operation: 0.4",
    "starts after 5 min above the limit and ends after 10 min below it",
    "99 % below 0.6",
  ])
    expect(card).toContain(part);
});

test("a parent that was removed is said to be gone", () => {
  expect(written(healthCard(model, [], wordsIn("en")))).toContain("not in the project any more");
});

test("drills are told with their share, false alerts, examples and delays by kind of fault", () => {
  const blocks = written(healthDrills(model, wordsIn("en")));
  for (const part of ["38 % of 40", "0.3 false alerts a week", "a 2 % drift of P1.flow after 5 h", "15 of 20, after 5 h", "0 of 20"])
    expect(blocks).toContain(part);
  expect(blocks).not.toContain("P1.spare");
});

test.each(languages)("nothing is told of drills that were not made (%s)", (language) => {
  const { drills: _, ...without } = model;
  expect(healthDrills(without, wordsIn(language))).toEqual([]);
});
