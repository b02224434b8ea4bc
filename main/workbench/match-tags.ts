import type { Tag } from "#shared/domain/asset.ts";
import type { TagMatch } from "#shared/domain/model-file.ts";
import { conversion } from "#shared/units/convert.ts";
import { parseUnit } from "#shared/units/parse-unit.ts";

interface KnownTag {
  readonly name: string;
  readonly unit: string;
}

/**
 * Finds the tags of a model among those of an asset: as chosen, by name, by name without case, or by what stands behind the last dot or slash
 * where only one tag ends so (`P102.flow` for `P101.flow`). Units of one quantity are converted.
 * @param chosen the asset's tag by the model's name; "" for none
 */
export function matchTags(wanted: readonly KnownTag[], tags: readonly Tag[], chosen: Readonly<Record<string, string>>): TagMatch[] {
  return wanted.map(({ name, unit }) => {
    const asked = chosen[name];
    const tag = asked === undefined ? likeNamed(name, tags) : tags.find((known) => known.name === asked);
    if (!tag) return { as: name, asUnit: unit, tag: null, unit: null, state: "missing", scale: 1, shift: 0 };
    return { as: name, asUnit: unit, tag: tag.name, unit: tag.unit, ...unitMatch(tag.unit, unit) };
  });
}

function likeNamed(name: string, tags: readonly Tag[]): Tag | undefined {
  const exact = tags.find((tag) => tag.name === name) ?? only(tags.filter((tag) => tag.name.toLowerCase() === name.toLowerCase()));
  return exact ?? only(tags.filter((tag) => ending(tag.name) === ending(name)));
}

const only = (tags: readonly Tag[]): Tag | undefined => (tags.length === 1 ? tags[0] : undefined);
const ending = (name: string): string =>
  name
    .split(/[./\\:]/)
    .at(-1)!
    .toLowerCase();

function unitMatch(from: string, to: string): Pick<TagMatch, "state" | "scale" | "shift"> {
  if (from === to) return { state: "same", scale: 1, shift: 0 };
  if (from === "" || to === "") return { state: "assumed", scale: 1, shift: 0 };
  const [source, target] = [parseUnit(from), parseUnit(to)];
  const found = source.known && target.known ? conversion(source, target) : undefined;
  if (!found) return { state: "unit", scale: 1, shift: 0 };
  return found.scale === 1 && found.shift === 0 ? { state: "same", ...found } : { state: "converted", ...found };
}
