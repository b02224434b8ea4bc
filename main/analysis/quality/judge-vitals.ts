import type { DeadStretch, Vitals, WatchFinding } from "#shared/domain/watch.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { findDead } from "./find-dead.ts";
import type { VitalFigures } from "./vital-pass.ts";
import { watchFinding } from "./watch-finding.ts";

const together = 3; // tags that stop at one time are told in one sentence
const frozenShare = 0.5; // of the tags that moved: then the logger stood still, or the machine did
const sameStart = 0.05; // of the stretch

/**
 * Which sensors of a log are dead, and which were for a while. Tags that stop at one time are one alert. Where half of all tags stand still
 * together the logger froze, or, when most of them stand on zero, the machine rests; past stretches of that kind are no sensor's.
 */
export function judgeVitals({
  from,
  to,
  rows,
  tags,
}: {
  from: number;
  to: number;
  rows: number;
  tags: readonly VitalFigures[];
}): Pick<Vitals, "from" | "to" | "dead" | "findings"> {
  const moving = tags.filter(({ runs }) => runs > 1).length;
  const found = tags.flatMap((figures) => findDead(figures)).map((stretch) => (stretch.ongoing ? { ...stretch, to } : stretch));
  const groups = grouped(found);
  const dead: DeadStretch[] = [];
  const findings: WatchFinding[] = [];
  for (const group of groups) {
    const [first] = group as [DeadStretch];
    const stuck = first.kind === "stuck";
    const all = group.length >= Math.max(together, frozenShare * moving);
    if (stuck && all && group.filter(({ value }) => value === 0).length * 2 >= group.length) continue; // the machine rests
    if (!all) dead.push(...group);
    if (!first.ongoing) continue;
    findings.push(...(group.length >= together ? [common(group, moving, all && stuck)] : group.map(single)));
  }
  return { from: rows > 0 ? from : null, to: rows > 0 ? to : null, dead, findings };
}

/** Stretches of one kind that begin together. */
function grouped(found: readonly DeadStretch[]): DeadStretch[][] {
  const groups: DeadStretch[][] = [];
  for (const stretch of [...found].sort((a, b) => a.from - b.from)) {
    const near = groups.find(
      ([first]) =>
        first!.kind === stretch.kind &&
        first!.ongoing === stretch.ongoing &&
        Math.abs(first!.from - stretch.from) <= sameStart * Math.max(first!.to - first!.from, stretch.to - stretch.from),
    );
    if (near && !near.some(({ tag }) => tag === stretch.tag)) near.push(stretch);
    else groups.push([stretch]);
  }
  return groups;
}

function single({ tag, unit, kind, value, from, to }: DeadStretch): WatchFinding {
  const data = { tag, from: formatTime(from), length: formatDuration(to - from) };
  return kind === "silent"
    ? watchFinding("watch.tag-silent", "warning", data, { tags: [tag], at: { from, to } })
    : watchFinding("watch.tag-stuck", "warning", { ...data, value: formatQuantity(value, unit) }, { tags: [tag], at: { from, to } });
}

function common(group: readonly DeadStretch[], moving: number, frozen: boolean): WatchFinding {
  const { kind, from, to } = group[0]!;
  const tags = group.map(({ tag }) => tag);
  const data = { count: tags.length, of: moving, tags: listed(tags), from: formatTime(from), length: formatDuration(to - from) };
  const code = kind === "silent" ? "watch.tags-silent" : frozen ? "watch.log-frozen" : "watch.tags-stuck";
  return watchFinding(code, "warning", data, { tags, at: { from, to } });
}

const namedTags = 4;
const listed = (tags: readonly string[]): string => tags.slice(0, namedTags).join(", ") + (tags.length > namedTags ? " …" : "");
