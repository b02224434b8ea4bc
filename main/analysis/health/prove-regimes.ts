import { bandsOf, type RegimeCard, type RegimeFit, type RegimePlan } from "#shared/domain/regime.ts";
import type { Run } from "#shared/domain/run.ts";
import { bandOfRows } from "../features/regime-of-row.ts";
import type { AnyFamily } from "../models/registry.ts";
import { type Alignment, aligned, alignments } from "./align-scores.ts";
import { chooseFamily } from "./choose-family.ts";
import { heldOutScores } from "./held-out.ts";
import { heldOutModels } from "./held-out-models.ts";
import { partOfRun } from "./part-of-run.ts";
import { type ProvenFamily, proveFamily } from "./prove-family.ts";
import { type RegimeState, regimeFamily } from "./regime-family.ts";

/** How a family follows the regimes, and what speaks for it. */
export interface ProvenRegimes {
  readonly fit: RegimeCard["fit"];
  /** Follows the regimes as decided. */
  readonly family: AnyFamily;
  readonly proof: ProvenFamily;
  /** [bands] as they are, where one limit holds for all. */
  readonly alignment: readonly Alignment[];
  /** What each way caught of the drills, in the order common, limits, models; only those that were tried. */
  readonly tried: readonly ProvenFamily[];
}

/**
 * Decides whether a family follows the regimes: with limits per regime, or models and limits per regime, where by the same drills on held-out
 * reference that catches clearly more at the same budget (the rule by which a family is chosen); otherwise the common model stays.
 * @param common the family's proof with one model for all.
 */
export function proveRegimes(
  common: ProvenFamily,
  { fit, plan, ...wish }: Parameters<typeof proveFamily>[0] & { plan: RegimePlan; fit: RegimeFit },
  run: Run,
): ProvenRegimes {
  const { family, params, prepared, preparation, rows } = wish;
  const bands = bandsOf(plan);
  const asCommon = { fit: "common" as const, family, proof: common, alignment: [], tried: [common] };
  if (bands.length < 2 || fit === "common" || (fit === "proven" && common.traces.length === 0)) return asCommon;
  const band = bandOfRows(plan, prepared);
  const own = regimeFamily(family, plan, true);
  const fitted = heldOutModels(
    { family: own, params, frame: prepared, rows, gapMs: preparation.gapMs },
    partOfRun(run, { from: 0, to: 0.5 }),
  );
  const tried = (["limits", "models"] as const).map((kind, k) => {
    const following = regimeFamily(family, plan, kind === "models");
    const bare = fitted.map(({ rows: asked, state }) => ({
      rows: asked,
      state: state === null ? null : kind === "models" ? state : { ...(state as RegimeState), own: bands.map(() => null) },
    }));
    const part = (from: number, to: number) => partOfRun(run, { from: 0.5 + 0.25 * (k + from), to: 0.5 + 0.25 * (k + to) });
    const before = heldOutScores({ family: following, frame: prepared, models: bare }, part(0, 0.5));
    const alignment = alignments(before, band, bands.length);
    const models = bare.map(({ rows: asked, state }) => ({ rows: asked, state: state && { ...(state as RegimeState), alignment } }));
    const heldOut = before.map((score, row) => (band[row]! >= 0 ? aligned(score, alignment[band[row]!]!) : score));
    const proof = proveFamily({ ...wish, family: following, known: { models, heldOut } }, part(0.5, 1));
    return { fit: kind, family: following, proof, alignment };
  });
  const all = [asCommon, ...tried];
  const proofs = all.map(({ proof }) => proof);
  const chosen = fit === "per-regime" ? all.at(-1)! : all[chooseFamily(proofs)]!;
  return { ...chosen, tried: proofs };
}

/** The state of a family that follows regimes, with its scores brought into line; that of another family as it is. */
export function withAlignment(state: unknown, { fit, alignment }: ProvenRegimes): unknown {
  return fit === "common" ? state : { ...(state as RegimeState), alignment };
}

/** [bands] whether a state of its own judges it. */
export function ownBands(state: unknown, { fit }: ProvenRegimes, frame: RegimePlan): boolean[] {
  return bandsOf(frame).map((_, k) => fit === "models" && (state as RegimeState).own[k] !== null);
}
