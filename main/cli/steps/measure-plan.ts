import type { Asset } from "#shared/domain/asset.ts";
import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import { type MeasurePlan, MeterKind } from "#shared/domain/measure.ts";
import { problem } from "#shared/domain/problem.ts";
import { isAmount } from "#shared/units/is-amount.ts";
import type { Given } from "../frame/given.ts";
import type { Session } from "../frame/session.ts";
import { exclusionsTyped } from "./dated-notes.ts";
import { periodsOfLog } from "./periods-of-log.ts";

const hour = 3_600_000;
const lengths = { hour, day: 24 * hour } as const;

/** What was typed over what the tags of the asset suggest. */
export async function measurePlan(session: Session, asset: Asset, given: Given): Promise<MeasurePlan> {
  const { ask, out } = session;
  const name = given.need("name");
  const kind = given.oneOf("kind", MeterKind.options);
  const readings = given.oneOf("readings", ["hour", "day"]);
  const [tags, proposed] = await Promise.all([ask.project.tags({ assetId: asset.id }), ask.proof.propose({ assetId: asset.id })]);
  const tagOf = (typed: string): (typeof tags)[number] => {
    const tag = tags.find((each) => each.name === typed);
    if (tag) return tag;
    const data = { asset: asset.name, tag: typed };
    throw problem("cli.proof.unknown-tag", out.say("cli.proof.unknown-tag", data), data);
  };
  const meter = given.text("meter") ?? proposed?.meter.tag;
  if (meter === undefined) throw problem("cli.proof.no-meter", out.say("cli.proof.no-meter", { asset: asset.name }), { asset: asset.name });
  const { from, to } = tagOf(meter);
  const drivers =
    given.list("drivers")?.map((tag) => ({ tag, by: isAmount(tagOf(tag).unit) ? ("sum" as const) : ("mean" as const) })) ??
    proposed?.drivers.filter(({ tag }) => tag !== meter) ??
    [];
  const typedDriver = given.text("change-driver");
  const changeDriver = typedDriver === "none" ? null : (typedDriver ?? proposed?.changeDriver ?? null);
  if (typedDriver !== undefined && changeDriver !== null && !drivers.some(({ tag }) => tag === changeDriver))
    drivers.push({ tag: tagOf(changeDriver).name, by: "mean" });
  const baseline = given.text("baseline");
  const validWhen = given.text("valid-when");
  return {
    assetId: asset.id,
    name,
    meter: { tag: meter, kind: kind ?? (proposed?.meter.tag === meter ? proposed.meter.kind : "power") },
    drivers,
    changeDriver: drivers.some(({ tag }) => tag === changeDriver) ? changeDriver : null,
    validWhen: validWhen === "none" ? null : (validWhen ?? (readings === undefined ? (proposed?.validWhen ?? null) : null)),
    intervalMs: readings ? lengths[readings] : (proposed?.intervalMs ?? lengths.day),
    clockOffsetMs: (given.number("utc-offset") ?? 0) * hour,
    baseline:
      baseline === undefined
        ? (proposed?.baseline ?? ({ ranges: [{ from, to: to + 1 }] } as BaselinePeriod))
        : ({ ranges: await periodsOfLog(session, asset.id, baseline, "--baseline") } as BaselinePeriod),
    exclusions: await exclusionsTyped(session, asset.id, given.all("exclude")),
    hopedPercent: given.number("hoped") ?? null,
    plannedWeeks: given.number("weeks") ?? 12,
  };
}
