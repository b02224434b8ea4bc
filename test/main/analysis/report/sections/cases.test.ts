import { expect, test } from "vitest";
import type { CaseDetail } from "#shared/domain/case.ts";
import type { ReportFacts } from "#shared/domain/report-facts.ts";
import { languages } from "#shared/language/sentence.ts";
import { cases } from "../../../../../main/analysis/report/sections/cases.ts";
import { wordsIn } from "../../../../../main/analysis/report/words.ts";

const hour = 3_600_000;
const start = Date.UTC(2025, 2, 1);
const range = { from: start, to: start + 240 * hour };

function detail(number: number, over: Partial<CaseDetail["case"]>, episodes: number): CaseDetail {
  return {
    case: {
      id: `c${number}`,
      assetId: "a",
      number,
      openedAt: start,
      after: null,
      until: null,
      cause: "",
      action: "",
      note: "",
      cost: null,
      verdict: null,
      closedAt: null,
      reopened: 0,
      kept: null,
      ...over,
    },
    episodes: Array.from({ length: episodes }, (_, k) => ({
      episodeId: `e${k}`,
      modelId: "m",
      familyId: "pca",
      from: start + (10 * number + k) * hour,
      to: start + (10 * number + k + 0.5) * hour,
      alertAt: start,
      peakScore: 0.9,
      tag: "P1.flow",
      difference: { measured: 10, expected: 12.5, unit: "m3/h" },
      severity: null,
      looksLike: null,
      verdict: over.verdict ?? null,
      alerting: true,
      deadTag: k === 0 ? "P1.flow" : null,
    })),
    alerts: [],
    foundLater: 0,
  };
}

const composed = (all: CaseDetail[], language: "en" | "zh" = "en") =>
  cases.compose({ cases: all, health: [], range } as unknown as ReportFacts, wordsIn(language));

const closed = detail(
  1,
  { verdict: "fault", closedAt: start + 200 * hour, cause: "wear ring", cost: { amount: 1200, currency: "EUR" } },
  2,
);
const open = detail(2, { cost: { amount: 50, currency: "EUR" } }, 20);

test("a report without cases says nothing of them", () => {
  expect(composed([])).toEqual([]);
});

test("what closed cases cost is summed by currency; the cost of an open one is not settled yet", () => {
  const text = JSON.stringify(
    composed([open, closed, detail(3, { ...closed.case, number: 3, cost: { amount: 300, currency: "CNY" } }, 1)]),
  );
  expect(text).toContain('"1,200 EUR"');
  expect(text).toContain('"300 CNY"');
  expect(text).not.toContain("1,250");
});

test("a case says what it was, what was found, and which sensor was dead", () => {
  const text = JSON.stringify(composed([closed]));
  expect(text).toContain("Case 1: fault");
  expect(text).toContain("wear ring");
  expect(text).toContain("P1.flow −2.5 m³/h");
  expect(text).toContain("The sensor of P1.flow was dead meanwhile");
});

test("a long case lists its newest episodes and says how many there are", () => {
  const table = composed([open]).find((block) => block.kind === "table")!;
  expect(table).toMatchObject({ caption: "12 of 20 episodes, the newest" });
  expect((table as { rows: unknown[] }).rows).toHaveLength(12);
});

test.each(languages)("every place of its sentences is filled in %s", (language) => {
  expect(JSON.stringify(composed([open, closed], language))).not.toMatch(/\{\w+\}/);
});
