import type { EfficiencyModel, ValueInput } from "#shared/domain/efficiency.ts";
import type { EfficiencyAdvice } from "#shared/domain/efficiency-advice.ts";
import type { TrialSetting, TrialWish } from "#shared/domain/trial.ts";
import { nextDay } from "./propose-trial.ts";

const hour = 3_600_000;
const day = 24 * hour;
const usualGain = 1;
const leastGain = 0.01; // percent: anything smaller is no gain to plan for

/**
 * Advice, or settings a person tried in their mind, as a trial: what is set, the gain to prove, what must stay in bounds.
 * @param tried takes the settings of the answer's what-if. @param stepMs the step rates are told for. @returns null where there is nothing to try.
 */
export function adviceTrial({
  model: { id, assetId, kpi, baselinePeriod, inputs },
  advice: answer,
  tried,
  stepMs,
  value,
  now,
}: {
  model: EfficiencyModel;
  advice: EfficiencyAdvice;
  tried: boolean;
  stepMs: number;
  value: ValueInput | null;
  now: number;
}): (Omit<TrialWish, "name"> & { name: string }) | null {
  const { advice, whatIf } = answer;
  const gain = tried ? whatIf : advice;
  if (!gain) return null;
  const rateOf = (tag: string): number | null => {
    const rate = advice?.settings.find((of) => of.tag === tag)?.rate ?? Number.NaN;
    return rate > 0 ? (rate * hour) / stepMs : null;
  };
  const settings = answer.settings.flatMap(({ tag, unit, value: from }): TrialSetting[] => {
    const to = tried ? whatIf!.settings[tag]! : advice!.settings.find((of) => of.tag === tag)!.to;
    return to === from ? [] : [{ tag, unit, from: short(from), to: short(to), ratePerHour: rateOf(tag) }];
  });
  if (settings.length === 0) return null;
  const intervalMs = Math.min(day, Math.max(hour, kpi.resolutionMs));
  const ramp = Math.max(0, ...settings.map(({ from, to, ratePerHour }) => (ratePerHour ? (Math.abs(to - from) / ratePerHour) * hour : 0)));
  const { low, high } = gain.gainInterval;
  return {
    assetId,
    name: "",
    yardstick: { kind: "kpi", kpi },
    better: kpi.better,
    // What people set is no driver, whatever the expectation rests on.
    drivers: inputs.filter(({ tag }) => !kpi.controllableTags.includes(tag)).map(({ tag }) => ({ tag, by: "mean" })),
    settings,
    watch: (advice?.constraints ?? []).map(({ tag, unit }) => ({ tag, unit, low: null, high: null })),
    expected: {
      percent: gain.gainPercent >= leastGain ? short(gain.gainPercent) : usualGain,
      low: known(low),
      high: known(high),
    },
    history: baselinePeriod,
    exclusions: [],
    intervalMs,
    clockOffsetMs: 0,
    from: nextDay(now, 0),
    blockMs: null,
    pairs: null,
    washoutMs: Math.max(1, Math.ceil(ramp / intervalMs)) * intervalMs,
    seed: 1,
    value,
    modelId: id,
  };
}

// As many digits as anybody would set by hand.
const short = (x: number): number => Number(x.toPrecision(4));
const known = (x: number): number | null => (Number.isFinite(x) ? short(x) : null);
