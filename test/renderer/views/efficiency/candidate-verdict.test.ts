import { expect, test } from "vitest";
import type { BaselineCandidate } from "#shared/domain/efficiency.ts";
import { candidateVerdict } from "../../../../renderer/views/efficiency/candidate-verdict.ts";

const kind = (familyId: string, rmse: number, more: Partial<BaselineCandidate> = {}): BaselineCandidate => ({
  familyId,
  error: { rmse, mae: rmse, cvRmse: rmse / 100, nmbe: 0, r2: 0.9, n: 500, folds: 5, scheme: "time-blocks" },
  spread: 0.1,
  ...more,
});
const [lines, curves, trees] = [kind("change-points", 13), kind("linear", 10.2), kind("boosted-trees", 10)];
const said = (of: BaselineCandidate, all: readonly BaselineCandidate[], chosen: string) => candidateVerdict(of, all, chosen);

test("the best, the simplest as good as it, and one that errs more by what", () => {
  const all = [lines, curves, trees];
  expect(said(trees, all, "linear")).toEqual({ kind: "best" });
  expect(said(curves, all, "linear")).toEqual({ kind: "simplest" });
  expect(said(curves, all, "boosted-trees")).toEqual({ kind: "as-good" });
  const worse = said(lines, all, "linear");
  expect(worse.kind === "worse" && worse.percent).toBeCloseTo(30, 9);
});

test("one that goes against what is known is set aside, however small its error, and is not what others are measured by", () => {
  const against = kind("linear", 5, { setAside: ["flow"] });
  const all = [lines, against, trees];
  expect(said(against, all, "boosted-trees")).toEqual({ kind: "set-aside", tags: "flow" });
  expect(said(trees, all, "boosted-trees")).toEqual({ kind: "best" });
});
