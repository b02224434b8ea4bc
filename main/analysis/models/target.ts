import { columnOf, type Frame } from "#shared/domain/frame.ts";

/**
 * The column a family of kind "efficiency" learns to expect; every other column of its training frames is an input. A frame to be
 * scored has the inputs, in any order, and need not have this one.
 */
export const targetTag = "(target)";

/** Inputs and target of training runs behind each other, rows without a target left out. */
export interface TrainingRows {
  readonly tags: readonly string[];
  /** [inputs][rows] may hold NaN. */
  readonly inputs: readonly Float64Array[];
  /** [rows] */
  readonly target: Float64Array;
}

export function trainingRows(train: readonly Frame[]): TrainingRows {
  const tags = (train[0]?.columns ?? []).map((c) => c.tag).filter((tag) => tag !== targetTag);
  const kept = train.map((frame) => {
    const target = columnOf(frame, targetTag).values;
    const rows: number[] = [];
    for (let i = 0; i < target.length; i++) if (Number.isFinite(target[i]!)) rows.push(i);
    return rows;
  });
  const gather = (tag: string): Float64Array => {
    const values = new Float64Array(kept.reduce((sum, rows) => sum + rows.length, 0));
    let at = 0;
    for (const [k, frame] of train.entries()) {
      const column = columnOf(frame, tag).values;
      for (const row of kept[k]!) values[at++] = column[row]!;
    }
    return values;
  };
  return { tags, inputs: tags.map(gather), target: gather(targetTag) };
}

/** The columns of these tags, in their order; throws for one the frame does not have. */
export function inputColumns(frame: Frame, tags: readonly string[]): Float64Array[] {
  return tags.map((tag) => columnOf(frame, tag).values);
}
