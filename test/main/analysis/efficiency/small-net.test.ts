import { expect, test } from "vitest";
import { columnOf } from "#shared/domain/frame.ts";
import { quietRun } from "#shared/domain/run.ts";
import { candidates } from "../../../../main/analysis/efficiency/candidates.ts";
import { fitEfficiency } from "../../../../main/analysis/efficiency/fit-efficiency.ts";
import { rateEfficiency } from "../../../../main/analysis/efficiency/rate-efficiency.ts";
import { smallNet } from "../../../../main/analysis/efficiency/small-net.ts";
import { targetTag } from "../../../../main/analysis/models/target.ts";
import { tensorBackend } from "../../../../main/compute/backend.ts";
import { bentFrame, rmse } from "../models/efficiency-frames.ts";
import { baselineOf, examplePlant, reportingOf, specificEnergy } from "./example-plant.ts";

const { tf: tensors } = await tensorBackend();
const params = smallNet.params.parse({});

test("bends are learned, and the same run gives the same bytes", () => {
  const run = { ...quietRun(1), tensors };
  const state = smallNet.fit([bentFrame(1500, 1)], params, run);
  const unseen = bentFrame(500, 2);
  const answer = smallNet.score(state, unseen);
  if (answer.kind !== "efficiency") throw new Error("no expectation");
  expect(rmse(answer.expected, columnOf(unseen, targetTag).values)).toBeLessThan(0.25);
  expect(smallNet.serialize(smallNet.fit([bentFrame(1500, 1)], params, run))).toEqual(smallNet.serialize(state));
});

test("without the tensor library it does not compete, and a fit says why it cannot be", () => {
  expect(candidates(false).map(({ family }) => family.id)).not.toContain("dense-net");
  expect(candidates(true).at(-1)!.family.id).toBe("dense-net");
  expect(() => smallNet.fit([bentFrame(100, 1)], params, quietRun())).toThrow(/tensor library/);
});

test("with it, it is among the kinds tried, and a saved expectation is rated without it", () => {
  const frame = examplePlant({ days: 20, seed: 1 });
  const { fitted } = fitEfficiency({ frame, kpi: specificEnergy, baseline: baselineOf(0, 14) }, { ...quietRun(1), tensors });
  expect(fitted!.card.candidates.map((c) => c.familyId)).toEqual(["change-points", "linear", "boosted-trees", "dense-net"]);
  const { totals } = rateEfficiency({ saved: fitted!.saved, frame, reporting: reportingOf(14, 20) }, quietRun(1));
  expect(totals.lossPercent).toBeGreaterThan(-2);
});
