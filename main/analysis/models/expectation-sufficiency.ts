import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { trainingRows } from "./target.ts";

/** Why these runs cannot train a model that expects a target from rows with every input; empty when they can. */
export function expectationSufficiency(train: readonly Frame[], fewestRows: number): Finding[] {
  const { tags, inputs } = trainingRows(train);
  if (tags.length === 0)
    return [
      { code: "model.no-inputs", severity: "blocking", message: "There is no input to expect the target from.", data: {} },
      tooFewRows(0, fewestRows),
    ];
  const rows = completeRows(inputs).length;
  return rows < fewestRows ? [tooFewRows(rows, fewestRows)] : [];
}

const tooFewRows = (rows: number, needed: number): Finding => ({
  code: "model.too-few-rows",
  severity: "blocking",
  message: `Training has ${rows} usable rows; it takes ${needed} or more.`,
  data: { rows, needed },
});
