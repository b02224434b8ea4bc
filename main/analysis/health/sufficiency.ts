import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import type { TrainingSufficiency } from "#shared/domain/training-sufficiency.ts";
import { fitPreparation, prepare } from "../features/preparation.ts";
import { rangeRows } from "../features/range-rows.ts";
import { runFrames } from "../features/run-frames.ts";
import { familyById } from "../models/registry.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { coveredMs } from "./covered.ts";
import { referenceFindings } from "./reference-findings.ts";

/**
 * Whether a reference can train models, told before anything is trained: the rows there would be, and what is missing.
 * @param frame the chosen tags over the reference, time before and after it may be left out. @param families with parameters as typed.
 */
export function sufficiencyOf(
  frame: Frame,
  reference: readonly TimeRange[],
  families: readonly { readonly id: string; readonly params: Readonly<Record<string, string | number | boolean>> }[],
): TrainingSufficiency {
  const inside = rangeRows(frame.time, reference);
  if (inside.length === 0) {
    const findings = referenceFindings(frame.time, inside, reference, { intervalMs: Number.NaN, gapMs: Number.NaN });
    return { rows: 0, usable: 0, coveredMs: 0, tags: 0, findings };
  }
  const { preparation, findings } = fitPreparation(frame, reference);
  const prepared = prepare(preparation, frame);
  const complete = new Uint8Array(frame.time.length);
  for (const row of completeRows(prepared.columns.map((c) => c.values))) complete[row] = 1;
  const rows = inside.filter((row) => complete[row] === 1);
  const train = runFrames(prepared, rows, preparation.gapMs);
  const told = new Set<string>();
  const once = (some: readonly Finding[]): Finding[] =>
    some.filter((finding) => {
      const key = `${finding.code} ${finding.message}`;
      return told.has(key) ? false : told.add(key);
    });
  return {
    rows: inside.length,
    usable: rows.length,
    coveredMs: coveredMs(frame.time, inside, preparation),
    tags: prepared.columns.length,
    findings: once([
      ...findings,
      ...families.flatMap(({ id, params }) => {
        const family = familyById(id);
        const settings = family.params.safeParse(params);
        return settings.success ? family.sufficiency(train, settings.data) : [];
      }),
      ...referenceFindings(frame.time, inside, reference, preparation),
    ]),
  };
}
