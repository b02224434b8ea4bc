import { type BoostedTreesState, boostedTrees } from "../models/boosted-trees.ts";
import { type LinearState, linear } from "../models/linear.ts";
import type { Curves } from "../models/linear-curves.ts";
import { attributeCurves } from "./attribute-curves.ts";
import { attributeForest } from "./attribute-forest.ts";
import { type ChangePointState, changePointLines, movedByLines } from "./change-point-lines.ts";
import type { FittedEfficiency } from "./saved-efficiency.ts";

/**
 * How far each input moves a row's expectation away from the mean expectation of reference rows, exactly (Shapley values).
 * @param inputs [inputs][rows] in the order of `fitted.inputs`. @param references [inputs][references].
 * @returns [inputs][rows] unit of the KPI; over the inputs they sum to expected(row) − mean expected(references), up to rounding.
 * Undefined for a family whose expectation cannot be taken apart exactly.
 */
export function attribute(
  { family, state, inputs: tags }: Pick<FittedEfficiency, "family" | "state" | "inputs">,
  inputs: readonly Float64Array[],
  references: readonly Float64Array[],
  tick: (share: number) => void = () => {},
): Float64Array[] | undefined {
  if (family.id === linear.id) {
    const own = state as LinearState;
    const sort = own.tags.map((tag) => tags.indexOf(tag));
    return backIn(sort, attributeCurves(own.curves, inOrder(sort, inputs), inOrder(sort, references)));
  }
  if (family.id === changePointLines.id) {
    const own = state as ChangePointState;
    const sort = own.tags.map((tag) => tags.indexOf(tag));
    return backIn(sort, attributeLines(own, inOrder(sort, inputs), inOrder(sort, references)));
  }
  if (family.id !== boostedTrees.id) return undefined;
  const { tags: known, curves, forest } = state as BoostedTreesState;
  const sort = known.map((tag) => tags.indexOf(tag));
  const [x, r] = [inOrder(sort, inputs), inOrder(sort, references)];
  const moved = attributeForest(forest, x, r, tick);
  if (curves) {
    const smooth = attributeCurves(curves, filled(x, curves), filled(r, curves));
    for (const [j, values] of moved.entries()) for (let i = 0; i < values.length; i++) values[i] = values[i]! + smooth[j]![i]!;
  }
  return backIn(sort, moved);
}

/** A sum over single inputs: each one's part is what it adds, less what it adds on average over the references. */
function attributeLines(state: ChangePointState, inputs: readonly Float64Array[], references: readonly Float64Array[]): Float64Array[] {
  const usual = movedByLines(state, references).map((of) => of.reduce((a, b) => a + b, 0) / of.length);
  return movedByLines(state, inputs).map((of, j) => of.map((moved) => moved - usual[j]!));
}

const inOrder = (sort: readonly number[], columns: readonly Float64Array[]): Float64Array[] => sort.map((j) => columns[j]!);

function backIn(sort: readonly number[], columns: readonly Float64Array[]): Float64Array[] {
  const back: Float64Array[] = [];
  for (const [k, j] of sort.entries()) back[j] = columns[k]!;
  return back;
}

/** As the trees' own curves see a missing input: at its mean. */
const filled = (columns: readonly Float64Array[], { basis }: Curves): Float64Array[] =>
  columns.map((values, j) => values.map((v) => (Number.isNaN(v) ? basis.mean[j]! : v)));
