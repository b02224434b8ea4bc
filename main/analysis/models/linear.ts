import { z } from "zod";
import { completeRows } from "../signal/complete-rows.ts";
import { expectationSufficiency } from "./expectation-sufficiency.ts";
import type { ModelFamily } from "./family.ts";
import { type Curves, expectedByCurves, fitCurves, loadCurves, movedByCurves, saveCurves, sigmaByCurves } from "./linear-curves.ts";
import { textsOf } from "./saved.ts";
import { sharesOf } from "./shares-of.ts";
import { inputColumns, trainingRows } from "./target.ts";

export const LinearParams = z.object({
  /** Straight lines only, or curves and products of two inputs as well. */
  shape: z.enum(["straight", "curved"]).default("curved"),
});
export type LinearParams = z.infer<typeof LinearParams>;

export interface LinearState {
  readonly tags: readonly string[];
  readonly curves: Curves;
}

const fewestRows = 30;

/**
 * Expected value as a sum of smooth curves of the inputs and of products of two of them, kept small by a ridge penalty. Goes on
 * straight beyond the inputs of training.
 */
export const linear: ModelFamily<LinearParams, LinearState> = {
  id: "linear",
  kind: "efficiency",
  params: LinearParams,

  sufficiency: (train) => expectationSufficiency(train, fewestRows),

  fit(train, params, run) {
    const all = trainingRows(train);
    const rows = completeRows(all.inputs);
    const inputs = all.inputs.map((x) => Float64Array.from(rows, (row) => x[row]!));
    const target = Float64Array.from(rows, (row) => all.target[row]!);
    run.tick(0, 1);
    const curves = fitCurves(inputs, target, params.shape);
    run.tick(1, 1);
    return { tags: all.tags, curves };
  },

  score({ tags, curves }, frame) {
    const inputs = inputColumns(frame, tags);
    const rows = frame.time.length;
    return { kind: "efficiency", expected: expectedByCurves(curves, inputs, rows), sigma: sigmaByCurves(curves, inputs, rows) };
  },

  explain({ tags, curves }, frame, row) {
    return sharesOf(tags, movedByCurves(curves, inputColumns(frame, tags), row));
  },

  serialize: ({ tags, curves }) => ({ tags, ...saveCurves(curves) }),

  deserialize(saved) {
    const tags = textsOf(saved, "tags");
    return { tags, curves: loadCurves(saved, tags.length) };
  },
};
