import type { Frame } from "#shared/domain/frame.ts";
import type { EpisodeContribution, HealthModel, TagMapping } from "#shared/domain/health.ts";
import type { UnseenConditions } from "#shared/domain/regime.ts";
import { readSignals } from "../../store/signals/read-signals.ts";
import type { NewEpisode } from "./train-health.ts";

/** Samples under the names and in the units a model from elsewhere knows; without a mapping, as they are. */
export async function readAs(mapping: readonly TagMapping[], input: Parameters<typeof readSignals>[0]): Promise<Frame> {
  const frame = await readSignals(input);
  if (mapping.length === 0) return frame;
  const known = new Map(mapping.map((one) => [one.tag, one]));
  const columns = frame.columns.map((column) => {
    const one = known.get(column.tag);
    if (!one) return column;
    const { as, asUnit, scale, shift } = one;
    return {
      tag: as,
      unit: asUnit,
      values: scale === 1 && shift === 0 ? column.values : column.values.map((value) => value * scale + shift),
    };
  });
  return { time: frame.time, columns };
}

/** How a model reads the tags of its asset; empty for one that was learned on it. */
export const mappingOf = ({ origin }: Pick<HealthModel, "origin">): TagMapping[] => origin?.mapping ?? [];

/** Where what is normal can be read from the frame: nowhere, for a model that was learned on another one. */
export const referenceIn = (model: HealthModel): HealthModel["reference"] => (model.origin ? [] : model.reference);

/** Episodes in the names and units of the asset. */
export function asOnAsset(episodes: readonly NewEpisode[], model: HealthModel): NewEpisode[] {
  const mapping = new Map(mappingOf(model).map((one) => [one.as, one]));
  if (mapping.size === 0) return [...episodes];
  return episodes.map((episode) => ({
    ...episode,
    contributions: episode.contributions.map((one) => contributionOn(one, mapping)),
    ...(episode.unseen ? { unseen: unseenOn(episode.unseen, mapping) } : {}),
  }));
}

function unseenOn(one: UnseenConditions, mapping: ReadonlyMap<string, TagMapping>): UnseenConditions {
  const known = mapping.get(one.tag);
  if (!known) return one;
  const back = (value: number): number => (value - known.shift) / known.scale;
  return { ...one, tag: known.tag, unit: known.unit, low: back(one.low), high: back(one.high), value: back(one.value) };
}

function contributionOn(one: EpisodeContribution, mapping: ReadonlyMap<string, TagMapping>): EpisodeContribution {
  const known = mapping.get(one.tag);
  if (!known) return one;
  const back = (value: number | null): number | null => (value === null ? null : (value - known.shift) / known.scale);
  return { ...one, tag: known.tag, unit: known.unit, measured: back(one.measured), expected: back(one.expected) };
}
