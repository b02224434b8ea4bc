import type { Tag } from "#shared/domain/asset.ts";

// What shows at a glance whether and how hard a machine ran, the surest first.
const words = [/power|功率/i, /flow|流量/i, /load|负荷/i, /speed|转速/i, /current|电流/i, /pressure|压力/i];

/** The tags with those first that show at a glance whether and how hard the machine ran. */
export function tellingTags(tags: readonly Tag[]): Tag[] {
  const rank = ({ name }: Tag): number => {
    const at = words.findIndex((word) => word.test(name));
    return at < 0 ? words.length : at;
  };
  return [...tags].sort((a, b) => rank(a) - rank(b));
}
