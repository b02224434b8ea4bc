import type { Tag } from "#shared/domain/asset.ts";
import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { TrialWish } from "#shared/domain/trial.ts";
import { proposeMeasure } from "../propose-measure.ts";

const hour = 3_600_000;
const day = 24 * hour;
const usualGain = 1; // percent: what the program is named for

/** A trial the tags of an asset suggest, its name left blank and nothing set yet; null where no tag looks like a meter. @param now ms UTC. */
export function proposeTrial(assetId: string, tags: readonly Tag[], now: number): (Omit<TrialWish, "name"> & { name: string }) | null {
  const measure = proposeMeasure(assetId, tags);
  if (!measure) return null;
  return {
    assetId,
    name: "",
    yardstick: { kind: "meter", tag: measure.meter.tag, meterKind: measure.meter.kind, validWhen: measure.validWhen },
    better: "lower",
    drivers: measure.drivers,
    settings: [],
    watch: [],
    expected: { percent: usualGain, low: null, high: null },
    history: measure.baseline as BaselinePeriod,
    exclusions: [],
    intervalMs: coarserThanHour(tags.find(({ name }) => name === measure.meter.tag)!) ? day : hour,
    clockOffsetMs: measure.clockOffsetMs,
    from: nextDay(now, measure.clockOffsetMs),
    blockMs: null,
    pairs: null,
    washoutMs: hour,
    seed: 1,
    value: null,
    modelId: null,
  };
}

/** The start of the next local day. */
export const nextDay = (at: number, clockOffsetMs: number): number => (Math.floor((at + clockOffsetMs) / day) + 1) * day - clockOffsetMs;

/** A log of days has no hours to read. */
const coarserThanHour = ({ from, to, valid }: Tag): boolean => (to - from) / Math.max(1, valid - 1) > hour;
