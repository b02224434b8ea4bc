import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import type { Baseline, TrialPlan } from "#shared/domain/proof.ts";
import type { TrialNeed, TrialWish, WeighedTrial } from "#shared/domain/trial.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { fitBaseline } from "../../baseline/fit-baseline.ts";
import { rowsIn } from "../../baseline/rows-in.ts";
import { designColumns } from "../design-columns.ts";
import { proofFinding } from "../proof-finding.ts";
import { planTrial } from "./plan-trial.ts";
import { provableBy, trialNeeds, trialRisks } from "./trial-needs.ts";
import { trialReadings } from "./trial-readings.ts";

const hour = 3_600_000;
// A shift's rhythm: shorter blocks nobody would keep to.
const usualLengths = [4, 6, 8, 12, 24, 48].map((hours) => hours * hour);
const pairsUntold = 12;
// Blocks get lost: one pair in ten, two at least, is drawn beyond what the gain needs.
const spareShare = 0.1;
const leastSpare = 2;

// Of a baseline's findings: seasons and drifts fall out of a pair of neighbours.
const ofTrials: readonly string[] = ["proof.baseline-fit", "proof.baseline-fit-poor", "proof.driver-silent"];

/** Everything that is known of a trial before its plan is locked. */
export interface TrialWeighing extends Omit<WeighedTrial, "draftId" | "wish"> {
  /** Learned from the history, to take load and weather out of the noise; null where none could be. */
  readonly baseline: Baseline | null;
}

/**
 * Draws the blocks of a trial, as many and as long as the gain needs by the history of its yardstick.
 * @param frame rows with the tags of `trialTags`. @throws what `trialReadings` throws.
 */
export function weighTrial(frame: Frame, wish: TrialWish): TrialWeighing {
  const { meter, rows, weight } = trialReadings(frame, wish);
  const weights = { tag: "(weight)", unit: "", values: weight };
  const taken = rowsIn({ ...rows, drivers: [...rows.drivers, weights] }, wish.history.ranges, wish.exclusions);
  const history = { time: taken.time, energy: taken.energy, drivers: taken.drivers.slice(0, -1), weight: taken.drivers.at(-1)!.values };
  const baseline = learned(wish, meter, history);
  const expected = baseline ? designColumns(baseline, history).expected : undefined;
  const lengths = [...new Set([...usualLengths, ...(wish.blockMs === null ? [] : [wish.blockMs])])]
    .filter((length) => length % meter.intervalMs === 0 && length >= wish.washoutMs + meter.intervalMs)
    .sort((a, b) => a - b);
  const { needs, findings } = trialNeeds({
    history,
    expected,
    percent: wish.expected.percent,
    washoutMs: wish.washoutMs,
    blockLengthsMs: lengths,
  });
  const best = needs.filter(({ hours }) => hours !== null).sort((a, b) => a.hours! - b.hours! || b.blockMs - a.blockMs)[0];
  const blockMs = wish.blockMs ?? best?.blockMs ?? lengths[0] ?? usualLengths.at(-1)!;
  const need = needs.find((of) => of.blockMs === blockMs);
  const needed = need?.pairs ?? null;
  const spare = needed === null ? 0 : Math.max(leastSpare, Math.ceil(spareShare * needed));
  const pairs = wish.pairs ?? (needed === null ? pairsUntold : needed + spare);
  const { from, washoutMs, seed, clockOffsetMs } = wish;
  const plan = planTrial({ from, pairs, blockMs, washoutMs, seed, clockOffsetMs });
  const provable = provableBy(pairs, need?.deviationPercent ?? Number.NaN);
  return {
    unit: meter.unit,
    needs: needs.map(({ deviationPercent, ...of }): TrialNeed => ({ ...of, deviationPercent: known(deviationPercent) })),
    plan,
    provablePercent: known(provable),
    risks: trialRisks,
    cvRmse: baseline ? known(baseline.quality.cvRmse) : null,
    baseline,
    findings: [
      ...findings,
      ...(wish.pairs === null && spare > 0 ? [proofFinding("trial.spare", "note", { pairs: spare })] : []),
      ...planFindings(wish, plan, pairs, provable),
      ...(baseline?.findings.filter(({ code }) => ofTrials.includes(code)) ?? noBaseline(wish)),
    ],
  };
}

/** The wish without drivers that are tried: they would explain the gain away. */
export const withoutTriedDrivers = (wish: TrialWish): TrialWish => ({
  ...wish,
  drivers: wish.drivers.filter(({ tag }) => !wish.settings.some((setting) => setting.tag === tag)),
});

function learned(wish: TrialWish, meter: Baseline["meter"], rows: Parameters<typeof fitBaseline>[0]["rows"]): Baseline | null {
  if (wish.drivers.length === 0) return null;
  const { history, exclusions } = wish;
  // The drivers as straight lines: what is left of a season falls out of a pair of neighbours.
  return fitBaseline({ meter, rows, period: history, exclusions, changeDriver: null, forms: ["mean"] }).baseline ?? null;
}

const noBaseline = ({ drivers }: TrialWish): Finding[] => (drivers.length === 0 ? [] : [proofFinding("trial.no-baseline", "note")]);

function planFindings({ settings, washoutMs }: TrialWish, { blocks }: TrialPlan, pairs: number, provable: number): Finding[] {
  const hours = (blocks.at(-1)!.range.to - blocks[0]!.range.from) / hour;
  const findings = [
    Number.isFinite(provable)
      ? proofFinding("trial.provable", "note", {
          hours,
          percent: Number(provable.toPrecision(2)),
          power: 100 * trialRisks.power,
          risk: Math.round(100 * trialRisks.falselyProven),
        })
      : proofFinding("trial.history-short", "warning", { pairs }),
  ];
  for (const { tag, from, to, ratePerHour } of settings) {
    const needed = ratePerHour === null ? 0 : (Math.abs(to - from) / ratePerHour) * hour;
    if (needed > washoutMs)
      findings.push(
        proofFinding("trial.washout-short", "warning", {
          tag,
          needed: formatDuration(needed, "en"),
          washout: formatDuration(washoutMs, "en"),
        }),
      );
  }
  return findings;
}

const known = (value: number): number | null => (Number.isFinite(value) ? value : null);
