import type { Frame } from "#shared/domain/frame.ts";
import type { RegimePlan, RegimeProposal } from "#shared/domain/regime.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { fitPreparation, type Preparation } from "../features/preparation.ts";
import { proposeRegimes } from "../features/propose-regimes.ts";
import { rangeRows } from "../features/range-rows.ts";
import { regimeCover } from "./regime-cover.ts";
import { coverFindings } from "./regime-findings.ts";

/**
 * The regimes of a log and how much of it, and of the reference, lies in each.
 * @param commands tags that are to tell the regimes; the most telling ones where it is left out.
 * @param plan as a person has changed it; then only its cover is found.
 */
export function proposeRegimesOf({
  frame,
  reference,
  commands,
  plan,
}: {
  frame: Frame;
  reference: readonly TimeRange[];
  commands?: readonly string[] | undefined;
  plan?: RegimePlan | undefined;
}): RegimeProposal {
  const { preparation } = fitPreparation(frame, reference);
  const found = proposeRegimes(frame, preparation, reference, commands);
  const shown = plan ?? found.plan;
  const told: Preparation = { ...preparation, regimes: shown };
  const cover = regimeCover(told, frame, rangeRows(frame.time, reference));
  return {
    plan: shown,
    commands: found.commands.map(({ tag, unit, edges, explains }) => ({ tag, unit, edges, explains })),
    cover,
    findings: coverFindings(shown, cover),
  };
}
