import type { Frame } from "#shared/domain/frame.ts";
import { expectationFamily } from "./expectation-families.ts";
import type { LearnedExpectation } from "./operation.ts";

/** What a learned expectation says of rows of its tags; loads its state once. @returns [rows] NaN where it has no answer. */
export function expectedBy({ tags, familyId, state }: LearnedExpectation): (columns: readonly Float64Array[]) => Float64Array {
  const family = expectationFamily(familyId);
  const loaded = family.deserialize(state);
  return (columns) => {
    const rows = columns[0]?.length ?? 0;
    const frame: Frame = { time: new Float64Array(rows), columns: tags.map((tag, j) => ({ tag, unit: "", values: columns[j]! })) };
    const answer = family.score(loaded, frame);
    if (answer.kind !== "efficiency") throw new Error(`The family ${familyId} has no expectation.`);
    return answer.expected;
  };
}
